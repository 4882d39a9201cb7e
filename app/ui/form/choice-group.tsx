import { classNames } from "../class-names";
import { CHECK_LOOK } from "./checkbox";
import { FieldSet, type FieldProps } from "./field";
import { startTexts } from "./form-context";

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };

type Props = FieldProps & {
  choices: readonly Choice[];
  /** Beside each other (default for up to four short ones) or one under the other. */
  row?: boolean;
};

function Group({ kind, choices, row, ...field }: Props & { kind: "radio" | "checkbox" }) {
  const chosen = startTexts(field.field);
  return (
    <FieldSet {...field} oneOf={kind === "radio"}>
      <div key={field.field.key} className={classNames("flex gap-x-5", row ? "flex-wrap" : "flex-col")}>
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex min-h-9 min-w-0 items-start gap-2.5 py-1 text-body max-sm:min-h-11 max-sm:py-2"
          >
            <input
              id={`${field.field.id}-${index}`}
              type={kind}
              name={field.field.name}
              value={choice.value}
              disabled={choice.disabled}
              defaultChecked={chosen.includes(choice.value)}
              aria-invalid={kind === "checkbox" && field.field.errors?.length ? true : undefined}
              aria-describedby={field.field.errors?.length ? field.field.errorId : undefined}
              className={classNames(CHECK_LOOK, "mt-1")}
            />
            <span className="min-w-0 wrap-anywhere">
              {choice.label}
              {choice.hint && <span className="block text-meta text-ink-3">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

/** One of a few, all visible. */
export function RadioGroup(props: Props) {
  return <Group kind="radio" {...props} />;
}

/** Some of a few, all visible: sends one value per tick. */
export function CheckboxGroup(props: Props) {
  return <Group kind="checkbox" {...props} />;
}
