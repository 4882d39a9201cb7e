import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import type { Db } from "~/kernel/db.server";
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
import { loadPassing } from "./load-passing.server";
import { NationDeskView } from "./nation-desk";
import { PassingItems } from "./passing-items";
import { ProvinceDeskView, waitingInProvince } from "./province-desk";

type Desk = AssistantDesk | GovernorDesk | ProvinceDesk | NationDesk;

/** The desk: what needs me today, by role. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const load = async (db: Db): Promise<Desk> => {
    if (actor.place.level === "nation") return loadNationDesk(db, actor, today);
    if (actor.place.level === "province") return loadProvinceDesk(db, actor, today);
    return actor.role === "governor"
      ? loadGovernorDesk(db, actor, today)
      : loadAssistantDesk(db, actor, today);
  };
  const [desk, passing] = await reading(actor, (db) =>
    Promise.all([load(db), loadPassing(db, actor, today)]),
  );
  return { desk, passing, today, home: `/${actor.place.id}` };
}

export default function DeskPage() {
  const { desk, passing, today, home } = useLoaderData<typeof loader>();
  const t = useT<DeskKey>();
  const own =
    desk.kind === "assistant"
      ? waitingOn(desk)
      : desk.kind === "province"
        ? waitingInProvince(desk, today)
        : null;
  const waiting = own === null ? null : own + passing.length;
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
      <PassingItems items={passing} home={home} today={today} />
      {desk.kind === "assistant" && <AssistantDeskView desk={desk} home={home} today={today} />}
      {desk.kind === "governor" && <GovernorDeskView desk={desk} home={home} today={today} />}
      {desk.kind === "province" && <ProvinceDeskView desk={desk} home={home} today={today} />}
      {desk.kind === "nation" && <NationDeskView desk={desk} home={home} today={today} />}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<DeskKey>(matches, "desk.title");
