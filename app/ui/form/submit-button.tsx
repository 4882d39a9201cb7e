import { useFormAction, useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "../button";

/** The filled button that sends its form; busy while the answer is awaited. `name`/`value` tell several apart. */
export function SubmitButton({ kind = "primary", ...props }: ButtonProps) {
  const navigation = useNavigation();
  const here = useFormAction();
  const sent =
    navigation.state !== "idle" && navigation.formMethod === "POST" && navigation.formAction === here;
  const mine = props.name === undefined || navigation.formData?.get(props.name) === props.value;
  return <Button {...props} kind={kind} busy={props.busy ?? (sent && mine)} />;
}
