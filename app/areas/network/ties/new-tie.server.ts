import { data as answering, redirect } from "@remix-run/node";
import { listOffices } from "~/areas/bodies/queries.server";
import { isOffered, TIE_KINDS } from "~/areas/catalogues/choices";
import { listEntries } from "~/areas/catalogues/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { formOf, reading, submit, type FormResult } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate, Locale } from "~/lib/jalali";
import { recordTie } from "../commands/record-tie.server";
import { foundPeople } from "../people/found-people.server";
import { circleChoices } from "../queries.server/circles";
import { getEnd } from "../queries.server/ties";
import { FindPerson, RecordTie } from "../schema/ties";
import { askedEnd, choicesAt, readChoice } from "./tie-choice";

type Here = { kind: "person" | "circle"; id: string };

const pageOf = (place: number, { kind, id }: Here) =>
  `/${place}/network/${kind === "person" ? "people" : "circles"}/${id}`;

/** What the page shows on which a relationship of a person or a circle is recorded; `?tie` names its type. */
export async function newTie(
  actor: PlacedActor,
  here: Here,
  request: Request,
  { today, locale }: { today: IsoDate; locale: Locale },
) {
  const choice = readChoice(new URL(request.url).searchParams.get("tie") ?? "");
  const asked = choice && askedEnd(choice, here.kind);
  const page = await reading(actor, async (db) => ({
    name: await getEnd(db, actor.place.id, here),
    entries: await listEntries(db, actor.place, TIE_KINDS),
    circles: asked === "circle" ? await circleChoices(db, actor.place.id) : [],
    offices: asked === "office" ? await listOffices(db, actor.place.id, today) : [],
  }));
  const entries = page.entries.filter((entry) => isOffered(entry, today));
  const back = pageOf(actor.place.id, here);
  return {
    name: page.name,
    entries,
    choices: choicesAt(here.kind, entries),
    asked: asked ?? null,
    others:
      asked === "office"
        ? page.offices.map(({ id, nameFa, nameEn }) => ({ id, name: locale === "fa" ? nameFa : nameEn }))
        : page.circles.filter(({ id }) => id !== here.id),
    chosen: choice && asked ? choice : null,
    from: here.kind,
    here: `${back}/ties/new`,
    back,
    requestId: uuidv7(),
  };
}

/** Takes the form of that page: it looks for somebody, or records the relationship. */
export async function takeNewTie(actor: PlacedActor, here: Here, request: Request) {
  const form = await formOf(request);
  const answer =
    form.get("intent") === "find"
      ? await submit(request, FindPerson, () => Promise.resolve(null), form)
      : await submit(
          request,
          RecordTie,
          async (input) => {
            await recordTie(actor, here, input);
            return redirect(pageOf(actor.place.id, here));
          },
          form,
        );
  if (answer !== null && !("data" in answer)) return answer;
  const found = await foundPeople(actor, form, ["fromOn", "toOn", "note"]);
  if (answer === null) return { found };
  return answering(
    { ...answer.data, found } as FormResult & { found: typeof found },
    answer.init ?? undefined,
  );
}
