import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "./form";

/**
 * A form of one press, in which nothing is typed: it says why a press was not taken.
 * @param id tells the forms of one page apart.
 * @param answer what the action said, where it answered this form.
 */
export function PressForm({
  id,
  answer,
  requestId,
  revision,
  children,
}: {
  id: string;
  answer: FormResult | undefined;
  requestId: string;
  revision?: number;
  children: ReactNode;
}) {
  const [form] = useForm({ id, lastResult: answer?.result });
  return (
    <Form form={form} requestId={requestId} revision={revision} refusal={answer?.refusal} warn={false}>
      {children}
    </Form>
  );
}
