import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { formatJalali } from "~/lib/jalali";
import { LinkButton } from "~/ui/link-button";
import { Section } from "~/ui/section";
import type { NameRow } from "../directory.server";
import type { BodiesKey } from "../messages";

/** In which days a name held, in words. */
export function NameDays({ name }: { name: Pick<NameRow, "validFrom" | "validTo"> }) {
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const words = [
    name.validFrom && t("bodies.names.from.day", { day: formatJalali(name.validFrom, locale) }),
    name.validTo && t("bodies.names.to.day", { day: formatJalali(name.validTo, locale) }),
  ].filter(Boolean);
  return <>{words.length > 0 ? words.join(" ") : t("bodies.names.always")}</>;
}

/** The names of a body: those that differ by more than spelling with their days, the spellings counted. */
export function BodyNames({ names, to }: { names: readonly NameRow[]; to: string | null }) {
  const t = useT<BodiesKey>();
  const told = names.filter((name) => name.kind !== "spelling");
  const spellings = names.filter((name) => name.kind === "spelling");
  return (
    <Section
      title={t("bodies.section.names")}
      note={names.length > 0 && t("bodies.names.count", { count: names.length })}
      action={
        to && (
          <LinkButton to={to} size="small" icon="pencil">
            {t("bodies.names.edit")}
          </LinkButton>
        )
      }
    >
      {names.length === 0 && <p className="text-second text-ink-3">{t("bodies.names.none")}</p>}
      {told.length > 0 && (
        <ul className="mb-2 flex flex-col gap-1 text-second">
          {told.map((name) => (
            <li key={name.id} className="flex flex-wrap items-baseline gap-x-3">
              <bdi>{name.written}</bdi>
              <span className="text-meta text-ink-3">
                {t(`bodies.names.kind.${name.kind}`)}
                {(name.validFrom ?? name.validTo) && (
                  <>
                    {" · "}
                    {name.validFrom && name.validFrom === name.validTo ? (
                      <DateText iso={name.validFrom} />
                    ) : (
                      <NameDays name={name} />
                    )}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {spellings.length > 0 && (
        <p className="text-second text-ink-2">{spellings.map((name) => name.written).join(" · ")}</p>
      )}
    </Section>
  );
}
