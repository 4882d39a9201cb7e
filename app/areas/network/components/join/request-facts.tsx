import { formatMobile } from "~/lib/identifiers";
import { addDays, todayIn } from "~/lib/jalali";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { listed } from "~/ui/listed";
import { capacityKey, WAITING_DAYS } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { JoinRequestDetails } from "../../queries.server/joining";

/** What a request to join says, and what was decided about it. */
export function RequestFacts({ request, base }: { request: JoinRequestDetails; base: string }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const { state, mobile, capacities, preferredWay, person, decidedAt, declineReason } = request;
  const forgotten = (state === "declined" || state === "forgotten") && request.fullName === null;
  return (
    <Facts
      facts={[
        { label: t("network.filter.state"), value: t(`network.join.state.${state}`) },
        {
          label: t("network.join.col.name"),
          value: person ? (
            <Link to={`${base}/people/${person.id}`} className="text-teal hover:underline">
              {person.fullName}
            </Link>
          ) : forgotten ? (
            t("network.join.forgotten")
          ) : (
            request.fullName
          ),
        },
        {
          label: t("network.person.mobile"),
          value: mobile && (
            <a href={`tel:${mobile}`} className="text-teal hover:underline">
              <Code>{formatMobile(mobile, "en")}</Code>
            </a>
          ),
        },
        { label: t("network.col.locality"), value: request.locality },
        {
          label: t("network.person.capacities"),
          value:
            capacities.length > 0
              ? listed(
                  capacities.map((one) => t(capacityKey(one))),
                  locale,
                )
              : null,
        },
        {
          label: t("network.ways.preferred"),
          value: preferredWay && t(`network.way.${preferredWay}`),
        },
        { label: t("network.join.request.consent"), value: t("network.join.request.consented") },
        {
          label: t("network.join.request.received"),
          value: <InstantText instant={request.receivedAt} />,
        },
        {
          label: t("network.join.request.forgotten-on"),
          value:
            state === "waiting" ? (
              <DateText iso={addDays(todayIn(request.receivedAt), WAITING_DAYS)} />
            ) : null,
        },
        {
          label: t("network.join.request.decided"),
          value: decidedAt && (
            <>
              <InstantText instant={decidedAt} />
              {request.decidedByName && <span className="block text-ink-3">{request.decidedByName}</span>}
            </>
          ),
        },
        {
          label: t("network.join.decline.reason"),
          value: declineReason && t(`network.join.declined.${declineReason}`),
        },
        {
          label: t("network.join.decline.note"),
          value: request.declineNote && (
            <>
              <span className="whitespace-pre-line">{request.declineNote}</span>
              {state === "declined" && request.fullName !== null && (
                <Link
                  to={`${base}/notes/${request.id}?of=decline`}
                  className="block text-ink-3 hover:text-teal"
                >
                  {t("network.note.edit")}
                </Link>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
