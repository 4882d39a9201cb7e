import { useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { CHECK_LOOK } from "~/ui/form/checkbox";
import { FieldError } from "~/ui/form/field";
import type { FieldFace } from "~/ui/form/form-context";
import { useLocale, useT } from "~/ui/i18n";
import { comma } from "~/ui/listed";
import type { NetworkKey } from "../../messages";
import type { Candidate } from "../../queries.server/many";
import { useReady } from "~/ui/use-ready";

/** People to be ticked, those ticked before kept; with script all of them at once, and their number. */
export function PeopleTicks({
  field,
  candidates,
  ticked,
  help,
  legend,
}: {
  field: FieldFace;
  candidates: readonly Candidate[];
  /** Ids that stand ticked at first. */
  ticked: readonly string[];
  help: string;
  /** Who they are; left out, who was there. */
  legend?: string;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const box = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(ticked.length);
  const ready = useReady();
  const inputs = () => [...(box.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  const recount = () => setCount(inputs().filter((input) => input.checked).length);
  const tick = (all: boolean) => {
    for (const input of inputs()) input.checked = all;
    recount();
  };
  useEffect(() => {
    setCount(
      box.current ? box.current.querySelectorAll<HTMLInputElement>("input[type=checkbox]:checked").length : 0,
    );
  }, [candidates]);
  const described = field.errors?.length ? field.errorId : field.descriptionId;
  return (
    <fieldset ref={box} id={field.id} aria-describedby={described} onChange={recount}>
      <legend className="mb-1.5 text-second font-[550]">{legend ?? t("network.many.people")}</legend>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-second" role="status">
        <span className="font-semibold">{t("network.many.ticked", { count })}</span>
      </p>
      {ready && candidates.length > 0 && (
        <div className="mt-1 flex flex-wrap gap-2">
          <Button type="button" size="small" icon="check-check" onClick={() => tick(true)}>
            {t("network.many.tick-all")}
          </Button>
          <Button type="button" size="small" kind="quiet" onClick={() => tick(false)}>
            {t("network.many.untick-all")}
          </Button>
        </div>
      )}
      {candidates.length === 0 ? (
        <p className="mt-2 text-second text-ink-3">{t("network.many.none-found")}</p>
      ) : (
        <ul className="mt-2 max-h-120 overflow-y-auto rounded-card border border-line-2 bg-sheet px-3">
          {candidates.map((person) => (
            <li key={person.id} className="border-b border-dashed border-line last:border-b-0">
              <label className="flex min-h-11 items-center gap-3 py-1.5 text-body">
                <input
                  type="checkbox"
                  name={field.name}
                  value={person.id}
                  aria-invalid={field.errors?.length ? true : undefined}
                  aria-describedby={field.errors?.length ? field.errorId : undefined}
                  defaultChecked={ticked.includes(person.id)}
                  className={CHECK_LOOK}
                />
                <span className="min-w-0">
                  {person.fullName}
                  <span className="block text-meta text-ink-3">
                    {[t(`network.tier.${person.tier}`), ...person.circles, person.locality]
                      .filter(Boolean)
                      .join(comma(locale))}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <FieldError field={field} />
      <p id={field.descriptionId} className="mt-1 text-meta text-ink-3">
        {help}
      </p>
    </fieldset>
  );
}
