import { Form as RemixForm } from "@remix-run/react";
import type { ReactNode } from "react";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import type { IconName } from "~/ui/icons";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { formatNumber } from "~/ui/numbers";
import type { AgendaSection } from "../../choices";
import type { MeetingsKey } from "../../messages";
import type { AgendaItem } from "../agenda.server";
import type { AgendaAct } from "../choices";

export type Agenda = {
  items: AgendaItem[];
  template: AgendaSection[];
  /** Minutes between the beginning and the end of the meeting; null while they are not said. */
  length: number | null;
};

/** One button of an item: a form of its own, so that it works without script and by keyboard alike. */
function ActButton({
  act,
  item,
  requestId,
  label,
  icon,
  disabled = false,
}: {
  act: AgendaAct;
  item: AgendaItem;
  requestId: string;
  label: string;
  icon: IconName;
  disabled?: boolean;
}) {
  return (
    <RemixForm method="post" preventScrollReset>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="revision" value={item.revision} />
      <input type="hidden" name="itemId" value={item.id} />
      <button
        name="act"
        value={act}
        aria-label={label}
        title={label}
        disabled={disabled}
        className="icon-button disabled:opacity-30"
      >
        <Icon of={icon} />
      </button>
    </RemixForm>
  );
}

/** How long an agenda is against the meeting. */
function Length({ agenda }: { agenda: Agenda }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const minutes = minutesOf(agenda);
  if (agenda.length === null)
    return <p className="mt-3 text-second text-ink-2">{t("calling.agenda.sum", { count: minutes })}</p>;
  const over = minutes - agenda.length;
  if (over > 0)
    return (
      <div className="mt-3">
        <Notice kind="saffron" icon="clock-alert" title={t("calling.agenda.overruns", { count: over })}>
          {t("calling.agenda.total", { count: minutes, length: formatNumber(agenda.length, locale) })}
        </Notice>
      </div>
    );
  return (
    <p className="mt-3 text-second text-ink-2">
      {t("calling.agenda.total", { count: minutes, length: formatNumber(agenda.length, locale) })}
    </p>
  );
}

const minutesOf = ({ items }: Pick<Agenda, "items">): number =>
  items.filter((item) => !item.isRemoved).reduce((sum, item) => sum + (item.minutes ?? 0), 0);

/**
 * An agenda by its sections, each item numbered through. With `editing`, each item has its buttons.
 */
export function AgendaList({
  agenda,
  editing,
  place,
}: {
  agenda: Agenda;
  editing?: { requestId: string };
  place: number;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const shown = agenda.items.filter((item) => !item.isRemoved);
  // Under the title of its own page a section is a part of the page; else a part of a part.
  const Heading = editing ? "h2" : "h3";
  const nameOf = (text: string) => agenda.template.find((one) => one.fa === text)?.[locale] ?? text;
  const sections = [...new Set(shown.map((item) => item.section))];
  const inOrder = sections.flatMap((section) => shown.filter((item) => item.section === section));
  const opens = (item: AgendaItem): string | null => {
    if (item.sourceId === null) return null;
    if (item.sourceKind === "obligation") return `/${place}/obligations/${item.sourceId}`;
    if (item.sourceKind === "obstacle")
      return item.sourceDivisionId !== null && item.sourceDivisionId % 1000 === 0
        ? `/${place}/obstacles/received/${item.sourceId}`
        : `/${place}/obstacles/${item.sourceId}`;
    return item.sourceKind === "demand" ? `/${place}/demands/${item.sourceId}` : null;
  };
  if (shown.length === 0) return <p className="text-second text-ink-2">{t("calling.agenda.empty")}</p>;
  return (
    <>
      {sections.map((section) => {
        const items = shown.filter((item) => item.section === section);
        const isBare = items.length === 1 && items[0]?.title === section;
        return (
          <div key={section} className="mt-3 first:mt-0">
            {!isBare && (
              <Heading className="text-meta font-semibold text-ink-3">
                <bdi>{section === "" ? t("calling.agenda.no-section") : nameOf(section)}</bdi>
              </Heading>
            )}
            <ol>
              {items.map((item, at) => {
                const to = opens(item);
                const title = nameOf(item.title);
                return (
                  <li
                    key={item.id}
                    className="flex items-start gap-x-3 border-b border-line py-2 text-second last:border-b-0 max-sm:flex-wrap"
                  >
                    <span className="figures min-w-6 pt-0.5 text-ink-3">
                      {formatNumber(inOrder.indexOf(item) + 1, locale)}
                    </span>
                    <div className="min-w-0 flex-1">
                      <p className="wrap-anywhere">
                        {to ? (
                          <Link to={to} className="hover:text-teal">
                            <bdi>{title}</bdi>
                          </Link>
                        ) : (
                          <bdi>{title}</bdi>
                        )}
                      </p>
                      <ItemFacts item={item} />
                    </div>
                    <span className="pt-0.5 whitespace-nowrap text-ink-2">
                      {item.minutes !== null && t("calling.agenda.minutes", { count: item.minutes })}
                    </span>
                    {editing && (
                      <span className="flex max-sm:w-full max-sm:justify-end print:hidden">
                        <ActButton
                          act="up"
                          item={item}
                          requestId={editing.requestId}
                          icon="chevron-up"
                          label={t("calling.agenda.up", { title })}
                          disabled={at === 0}
                        />
                        <ActButton
                          act="down"
                          item={item}
                          requestId={editing.requestId}
                          icon="chevron-down"
                          label={t("calling.agenda.down", { title })}
                          disabled={at === items.length - 1}
                        />
                        <Link
                          to={`/${place}/meetings/agenda/${item.id}`}
                          aria-label={t("calling.agenda.change", { title })}
                          className="icon-button"
                        >
                          <Icon of="pencil" />
                        </Link>
                        <ActButton
                          act="remove"
                          item={item}
                          requestId={editing.requestId}
                          icon="x"
                          label={t("calling.agenda.remove", { title })}
                        />
                      </span>
                    )}
                  </li>
                );
              })}
            </ol>
          </div>
        );
      })}
      <Length agenda={agenda} />
    </>
  );
}

/** Who presents it, where it comes from, what became of it. */
function ItemFacts({ item }: { item: AgendaItem }) {
  const t = useT<MeetingsKey>();
  const facts: ReactNode[] = [];
  if (item.presenter) facts.push(<bdi key="presenter">{item.presenter}</bdi>);
  if (item.sourceKind) facts.push(<span key="source">{t(`calling.agenda.from.${item.sourceKind}`)}</span>);
  if (item.state !== "planned")
    facts.push(
      <Chip key="state" icon={item.state === "done" ? "check" : "skip-forward"} mirrorIcon>
        {t(item.state === "done" ? "calling.agenda.done" : "calling.agenda.carried")}
      </Chip>,
    );
  if (facts.length === 0 && !item.note) return null;
  return (
    <>
      {facts.length > 0 && <p className="flex flex-wrap gap-x-3 text-meta text-ink-3">{facts}</p>}
      {item.note && (
        <p className="text-meta whitespace-pre-wrap text-ink-2">
          <bdi>{item.note}</bdi>
        </p>
      )}
    </>
  );
}
