import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { GlassNotice } from "./glass-notice";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { AssistantDeskView, waitingOn } from "./assistant-desk";
import { GovernorDeskView } from "./governor-desk";
import { loadNationDesk, loadProvinceDesk, type NationDesk, type ProvinceDesk } from "./load-above.server";
import {
  loadAssistantDesk,
  loadGovernorDesk,
  type AssistantDesk,
  type GovernorDesk,
} from "./load-county.server";
import type { DeskKey } from "./messages";
import { NationDeskView } from "./nation-desk";
import { ProvinceDeskView, waitingInProvince } from "./province-desk";

type Desk = AssistantDesk | GovernorDesk | ProvinceDesk | NationDesk;

/** The desk: what needs me today, by role. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const desk = await reading<Desk>(actor, async (db) => {
    if (actor.place.level === "nation") return loadNationDesk(db, actor, today);
    if (actor.place.level === "province") return loadProvinceDesk(db, actor, today);
    return actor.role === "governor"
      ? loadGovernorDesk(db, actor, today)
      : loadAssistantDesk(db, actor, today);
  });
  return { desk, today, home: `/${actor.place.id}` };
}

export default function DeskPage() {
  const { desk, today, home } = useLoaderData<typeof loader>();
  const t = useT<DeskKey>();
  const waiting =
    desk.kind === "assistant" ? waitingOn(desk) : desk.kind === "province" ? waitingInProvince(desk) : null;
  return (
    <>
      <PageHeader
        title={t("desk.title")}
        meta={<DateText iso={today} style="weekday" />}
        aside={
          waiting === null
            ? undefined
            : waiting > 0
              ? t("desk.waiting", { count: waiting })
              : t("desk.nothing")
        }
      />
      {"glass" in desk && desk.glass && <GlassNotice grant={desk.glass} home={home} />}
      {desk.kind === "assistant" && <AssistantDeskView desk={desk} home={home} today={today} />}
      {desk.kind === "governor" && <GovernorDeskView desk={desk} home={home} today={today} />}
      {desk.kind === "province" && <ProvinceDeskView desk={desk} home={home} today={today} />}
      {desk.kind === "nation" && <NationDeskView desk={desk} home={home} />}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<DeskKey>(matches, "desk.title");
