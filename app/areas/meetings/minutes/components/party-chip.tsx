import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import type { MinutesKey } from "../minutes-messages";
import type { ShownResolution } from "../review-page.server";

/** A party of a resolution: a group with its size, a body, or what is not clear about it. */
export function PartyChip({
  party,
  checked = false,
}: {
  party: ShownResolution["parties"][number];
  /** A person has looked at it: where it was learnt is told no more. */
  checked?: boolean;
}) {
  const t = useT<MinutesKey>();
  const { name, written, state } = party;
  const title = written && written !== name ? t("minutes.review.written", { written }) : undefined;
  const learnt = party.learnt && !checked && (
    <span className="text-ink-3">· {t("minutes.review.learnt")}</span>
  );
  const pattern = learnt ? { pattern: "dashed" as const } : {};
  switch (state.kind) {
    case "group":
      return (
        <Chip tone="teal" icon="users" title={title} {...pattern}>
          <bdi>{name}</bdi>{" "}
          <span className="text-ink-3">
            <Num value={state.size} />
          </span>{" "}
          {learnt}
        </Chip>
      );
    case "office":
      return (
        <Chip
          tone={party.certainty === "guess" ? "saffron" : "teal"}
          icon="landmark"
          title={title}
          {...pattern}
        >
          <bdi>{name}</bdi> {learnt}
        </Chip>
      );
    case "vague":
      return (
        <Chip tone="saffron" pattern="dashed" icon="circle-help" title={title}>
          {t("minutes.review.vague", { name: written || name })}
        </Chip>
      );
    case "unknown":
      return (
        <Chip tone="saffron" pattern="dashed" icon="circle-alert">
          {t("minutes.review.unknown", { name: written || name })}
        </Chip>
      );
    case "empty":
    case "no-office":
      return (
        <Chip tone="brick" pattern="dashed" icon="circle-alert" title={title}>
          {t(state.kind === "empty" ? "minutes.review.group-empty" : "minutes.review.no-office", { name })}
        </Chip>
      );
  }
}
