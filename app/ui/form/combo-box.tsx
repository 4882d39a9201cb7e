import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { classNames } from "../class-names";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { startText, useLabel } from "./form-context";
import { OptionList, type Option } from "./select";
import { TAKE } from "./take-into";
import { typedChoices } from "./typed-choice";
import { useReady } from "../use-ready";

/** Shown at once: more would not be read. */
const SHOWN = 60;

export type ComboOption = Option & { hint?: string };

/**
 * A choice from a long list: the browser's own list at first; with script one types and the list narrows,
 * Persian variants folded (Arabic letters, half-spaces, digits). A name written out is chosen on leaving the box. Sends
 * the value under the field's name either way.
 */
export function ComboBox({
  field,
  label,
  help,
  optional,
  options,
}: FieldProps & { options: readonly ComboOption[] }) {
  const t = useT<UiKey>();
  const text = useLabel(field.name, label);
  const listId = useId();
  const native = useRef<HTMLSelectElement>(null);
  const [ready, setReady] = useState(false);
  const [value, setValue] = useState(startText(field));
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);

  // What was chosen in the native list before the script came is kept.
  const canReplace = useReady();
  useEffect(() => {
    if (!canReplace) return;
    if (native.current) setValue(native.current.value);
    setReady(true);
  }, [canReplace]);

  const sent = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = sent.current;
    const take = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === "string") setValue(event.detail);
    };
    input?.addEventListener(TAKE, take);
    return () => input?.removeEventListener(TAKE, take);
  }, [ready]);

  const choices = useMemo(() => typedChoices(options), [options]);
  const found = choices.found(query ?? "").slice(0, SHOWN);
  const chosen = options.find((option) => option.value === value);
  const open = query !== null;

  const choose = (option: ComboOption | undefined) => {
    if (option?.disabled) return;
    setValue(option?.value ?? "");
    setQuery(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setQuery("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (found.length === 0 ? 0 : (now + step + found.length) % found.length));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setQuery(null);
    }
  };

  if (!ready) {
    return (
      <Field field={field} label={text} help={help} optional={optional}>
        <select
          {...controlProps({ field, help, optional })}
          ref={native}
          defaultValue={value}
          className={classNames(CONTROL_LOOK, "py-1.5")}
        >
          <option value="">{t("ui.form.choose")}</option>
          <OptionList options={options} />
        </select>
      </Field>
    );
  }

  const { name, ...control } = controlProps({ field, help, optional });
  return (
    <Field field={field} label={text} help={help} optional={optional}>
      <div
        className="relative"
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return;
          const meant = query === null ? undefined : choices.written(query);
          if (meant) choose(meant);
          else setQuery(null);
        }}
      >
        <input ref={sent} type="hidden" name={name} value={value} />
        <input
          {...control}
          type="text"
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          placeholder={open ? chosen?.label : undefined}
          value={query ?? chosen?.label ?? ""}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onClick={() => setQuery((now) => now ?? "")}
          onKeyDown={onKeyDown}
          className={classNames(CONTROL_LOOK, "py-1.5 pe-16")}
        />
        {value !== "" && optional && (
          <button
            type="button"
            aria-label={t("ui.combo.clear")}
            onClick={() => choose(undefined)}
            className="absolute inset-y-0 end-9 flex w-7 items-center justify-center text-ink-3 hover:text-ink"
          >
            <Icon of="x" size={15} />
          </button>
        )}
        <Icon of="chevron-down" className="pointer-events-none absolute inset-y-0 end-3 my-auto text-ink-3" />
        <span role="status" className="sr-only">
          {open && (found.length === 0 ? t("ui.combo.none") : t("ui.combo.count", { count: found.length }))}
        </span>
        <ul
          id={listId}
          role="listbox"
          aria-label={t("ui.combo.search", { label: text })}
          hidden={!open}
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-card border border-line-2 bg-sheet p-1"
        >
          {found.map((option, index) => (
            <li
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={option.value === value}
              aria-disabled={option.disabled || undefined}
              // Before the box loses focus and closes the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
              className={classNames(
                "flex min-h-9 cursor-pointer items-center gap-3 rounded-field px-2.5 text-second max-sm:min-h-11",
                index === active ? "bg-teal-tint text-teal-deep" : "hover:bg-sunk",
              )}
            >
              <span className="min-w-0 flex-1 pt-0.5">{option.label}</span>
              {(option.hint ?? option.group) && (
                <span className="text-meta text-ink-3">{option.hint ?? option.group}</span>
              )}
            </li>
          ))}
          {found.length === 0 && <li className="px-2.5 py-2 text-second text-ink-3">{t("ui.combo.none")}</li>}
        </ul>
      </div>
    </Field>
  );
}
