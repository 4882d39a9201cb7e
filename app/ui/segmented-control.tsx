import { classNames } from "./class-names";
import { FieldError } from "./form/field";
import { startText, type FieldFace } from "./form/form-context";

export type Segment = { value: string; label: string };

/** One of two to five short choices side by side: radio buttons, so it works in a form without script. */
export function SegmentedControl({
  field,
  legend,
  segments,
  defaultValue,
  onChange,
  quiet = true,
}: {
  field: FieldFace;
  legend: string;
  segments: readonly Segment[];
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** The legend is only read aloud (default). */
  quiet?: boolean;
}) {
  const chosen = startText(field) || defaultValue;
  const described = field.errors?.length ? field.errorId : undefined;
  return (
    <fieldset
      id={field.id}
      role="radiogroup"
      aria-invalid={described ? true : undefined}
      aria-describedby={described}
      className="inline-block max-w-full"
    >
      <legend className={quiet ? "sr-only" : "mb-1.5 text-second font-[550]"}>{legend}</legend>
      <div className="inline-flex max-w-full flex-wrap overflow-hidden rounded-field border border-edge bg-sheet">
        {segments.map((segment, index) => (
          <label
            key={segment.value}
            className={classNames(
              "relative inline-flex min-h-9 items-center px-3.5 text-second has-checked:bg-teal-tint has-checked:font-semibold has-checked:text-teal-deep max-sm:min-h-11",
              "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-teal",
              index > 0 && "border-s border-line-2",
            )}
          >
            <input
              type="radio"
              name={field.name}
              value={segment.value}
              aria-describedby={described}
              defaultChecked={segment.value === chosen}
              onChange={() => onChange?.(segment.value)}
              className="absolute inset-0 appearance-none outline-none"
            />
            <span className="pt-0.5">{segment.label}</span>
          </label>
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}
