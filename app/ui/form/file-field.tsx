import { useEffect, useRef, useState, type ComponentProps } from "react";
import { useLocale, useT } from "../i18n";
import { listed } from "../listed";
import type { UiKey } from "../messages";
import { useReady } from "../use-ready";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { classNames } from "../class-names";

const FOCUSED =
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-teal";
const NATIVE =
  "py-1.5 text-second file:me-3 file:rounded-chip file:border file:border-solid file:border-line-2 file:bg-paper file:px-3 file:py-1 file:text-ink";

/**
 * A browser's own control speaks the browser's language: with script it lies unseen over one that speaks the page's,
 * and is the same element still, so that a file chosen before stays.
 */
function FileInput(props: ComponentProps<"input">) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const isReady = useReady();
  const input = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<string[]>([]);
  const readNames = () => setNames(Array.from(input.current?.files ?? [], ({ name }) => name));
  useEffect(readNames, [isReady]);
  return (
    <div
      className={
        isReady
          ? classNames(
              CONTROL_LOOK,
              "relative flex items-center gap-3 py-1.5 text-second",
              FOCUSED,
              props["aria-invalid"] && "border-[1.5px] border-brick",
            )
          : undefined
      }
    >
      <input
        {...props}
        ref={input}
        type="file"
        className={
          isReady ? "absolute inset-0 w-full cursor-pointer opacity-0" : classNames(CONTROL_LOOK, NATIVE)
        }
        onChange={readNames}
      />
      {isReady && (
        <>
          <span aria-hidden className="shrink-0 rounded-chip border border-line-2 bg-paper px-3 py-1">
            {t("ui.file.choose")}
          </span>
          <bdi aria-hidden className={classNames("truncate", names.length === 0 && "text-ink-3")}>
            {names.length > 0 ? listed(names, locale) : t("ui.file.none")}
          </bdi>
        </>
      )}
    </div>
  );
}

/**
 * A file or several; the form needs `files`.
 * @param accept kinds, as in HTML: `image/*,.pdf`.
 */
export function FileField({
  field,
  label,
  help,
  optional,
  accept,
  multiple,
}: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Field field={field} label={label} help={help} optional={optional}>
      <FileInput
        {...controlProps({ field, help, optional })}
        key={field.key}
        accept={accept}
        multiple={multiple}
      />
    </Field>
  );
}
