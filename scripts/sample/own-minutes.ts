import { createHash } from "node:crypto";
import { firstReview } from "~/areas/meetings/minutes/first-review";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import type { Review, ReviewResolution } from "~/areas/meetings/minutes/review";
import { summaryOf } from "~/areas/meetings/minutes/summary";
import { shownMinutes } from "~/areas/meetings/own-minutes/shown";
import { writtenMinutes } from "~/areas/meetings/own-minutes/written";
import { addDays, jalaliOf, type IsoDate } from "~/lib/jalali";
import { bodyGroups } from "../../prisma/seed/body-groups";
import { partyDictionary } from "../../prisma/seed/party-dictionary";
import type { Row } from "./copy";
import type { Country } from "./country";
import type { Office } from "./offices";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

type Holder = { accountId: string; name: string; postId: string };

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** A review as it stands once a secretary has looked at all of it. */
function reviewOf(
  words: Parameters<typeof writtenMinutes>[0],
  placeId: number,
  offices: readonly Office[],
): { source: string; review: Review } {
  const source = writtenMinutes(words);
  const read = firstReview(parseMinutes(source, partyDictionary), {
    groups: bodyGroups,
    placeId,
    offices: offices.map((office) => ({
      ...office,
      organisationCode: office.code,
      groupOfFive: null,
      nameEn: office.nameFa,
    })),
  });
  const review: Review = {
    ...read,
    header: { ...words.header, revision: 2, certainty: "clear" },
    agenda: [...words.agenda],
    attendees: words.attendees.map((one) => ({ ...one, certainty: "clear" as const })),
    discussion: [...words.discussion],
    resolutions: read.resolutions.map((one) => ({ ...one, checked: true })),
    warnings: [],
  };
  return { source, review };
}

function draftRow(review: Review, source: string, at: Date, by: Holder): Row {
  const { title, resolutions, seen, toLook, undated } = summaryOf(review);
  return {
    source_text: source,
    source_hash: hashOf(source),
    review: JSON.stringify(review),
    created_at: at,
    updated_at: at,
    created_by_key: by.accountId,
    revision: 2,
    title,
    held_on: review.header.heldOn,
    invitation_number: review.header.invitationNumber,
    resolutions,
    seen,
    to_look: toLook,
    undated,
  };
}

/** The last council of the province was minuted here: approved by its chair, and corrected once. */
export function makeApprovedMinutes(
  country: Country,
  chance: Chance,
  placeId: number,
  { chair, secretary }: { chair: Holder; secretary: Holder },
): void {
  const minutes = (country.rows.get("minutes") ?? []).filter((row) => row.division_id === placeId).at(-1);
  if (!minutes) return;
  const heldOn = minutes.held_on as IsoDate;
  const post = (country.rows.get("post") ?? []).find((row) => row.id === chair.postId);
  const [titleFa, titleEn] = [String(post?.title_fa), String(post?.title_en)];
  const of = (table: "resolution" | "resolution_party") =>
    (country.rows.get(table) ?? []).filter((row) => row.division_id === placeId);
  const resolutions = of("resolution").filter((row) => row.minutes_id === minutes.id);
  const meetingId = chance.id(instantOf(addDays(heldOn, -10)));
  const header = {
    title: String(minutes.title),
    heldOn,
    startsAt: "15:30",
    endsAt: "18:00",
    place: String(minutes.place),
    invitationNumber: String(minutes.invitation_number),
  };
  country.add("meeting", {
    division_id: placeId,
    id: meetingId,
    kind: "other",
    type_code: "administrative-council",
    title: header.title,
    held_on: heldOn,
    starts_at: header.startsAt,
    ends_at: header.endsAt,
    place: header.place,
    invitation_number: header.invitationNumber,
    state: "held",
    chair_post_id: chair.postId,
    secretary_post_id: secretary.postId,
    created_at: instantOf(addDays(heldOn, -10)),
    created_by_key: secretary.accountId,
    revision: 4,
  });
  minutes.meeting_id = meetingId;
  const partyOf = (row: Row) => of("resolution_party").find((one) => one.resolution_id === row.id);
  const reviewAt = (version: number): Review => ({
    header: { ...header, revision: 2, certainty: "clear" },
    agenda: ["پیگیری مصوبه‌های پیشین", "حضور مسئولان میان مردم"],
    attendees: [
      { name: chair.name, post: "رئیس جلسه", organisation: "", standing: "present", certainty: "clear" },
      {
        name: "",
        post: "مدیرکل",
        organisation: "آموزش و پرورش استان",
        standing: "present",
        certainty: "clear",
      },
      {
        name: "رضا مرادی",
        post: "معاون بهره‌برداری",
        organisation: "توزیع برق",
        standing: "deputy",
        certainty: "clear",
      },
      { name: "زهرا کاظمی", post: "دهیار زیارت", organisation: "", standing: "guest", certainty: "clear" },
      { name: "", post: "رئیس", organisation: "بیمه سلامت استان", standing: "absent", certainty: "clear" },
    ],
    discussion: [
      "پیگیری مصوبه‌های پیشین:",
      "دبیر جلسه گزارش داد که از ۱۲ مصوبه پیشین ۹ مصوبه انجام شده است.",
      "درخواست مردم روستای زیارت: برنامه حضور مسئولان از پیش اعلام شود.",
    ],
    declaredCount: null,
    resolutions: resolutions.map((row): ReviewResolution => {
      const party = partyOf(row);
      const text = String(row.text);
      return {
        id: String(row.id),
        revision: 2,
        checked: true,
        number: Number(row.number),
        numberCertainty: "clear",
        text: version === 1 ? text.replace("اداره‌ها میان مردم", "اداره‌ها در میان مردم روستاها") : text,
        textCertainty: "clear",
        parties: [
          {
            id: String(party?.id),
            kind: "group",
            groupCode: String(party?.group_code),
            name: String(party?.written),
            written: String(party?.written),
            certainty: "clear",
          },
        ],
        subItems: [],
        refersTo: [],
        refersToCertainty: "clear",
        deadline:
          row.deadline_kind === "continuous"
            ? { kind: "continuous", cadence: "monthly", receiver: String(row.receiver) }
            : { kind: "dated", on: row.due_on as IsoDate },
        suggested: {},
        notes: [],
        spans: [],
        continuationLines: [],
      };
    }),
    warnings: [],
  });
  for (const version of [1, 2]) {
    const at = instantOf(addDays(heldOn, version === 1 ? 3 : 9));
    const review = reviewAt(version);
    const text = writtenMinutes(shownMinutes(review));
    const draftId = chance.id(at);
    const reason = version === 1 ? null : "نام روستاها به اشتباه در مصوبه ۱ آمده بود.";
    country.add("minutes_draft", {
      division_id: placeId,
      id: draftId,
      meeting_id: meetingId,
      life: "approved",
      version,
      reason,
      state: "issued",
      minutes_id: minutes.id ?? null,
      comment_until: addDays(heldOn, version === 1 ? 2 : 8),
      ...draftRow(review, text, at, secretary),
    });
    country.add("minutes_version", {
      division_id: placeId,
      id: chance.id(at),
      meeting_id: meetingId,
      draft_id: draftId,
      minutes_id: minutes.id ?? null,
      version,
      year: jalaliOf(addDays(heldOn, 3)).jy,
      number: 1,
      content: JSON.stringify({
        review,
        council: null,
        sequence: null,
        chair: { name: chair.name, titleFa, titleEn },
        secretary: { name: secretary.name, titleFa: "کارشناس استان", titleEn: "Provincial expert" },
      }),
      text,
      content_hash: hashOf(text),
      approved_at: at,
      approved_by_name: chair.name,
      approved_by_post: titleFa,
      approved_by_key: chair.accountId,
      present: null,
      needed: null,
      exception: null,
      corrects: version === 1 ? null : 1,
      reason,
    });
  }
}

/** A committee of the county whose minutes are open for comments. */
export function makeMinutesInWindow(
  country: Country,
  chance: Chance,
  placeId: number,
  offices: readonly Office[],
  plan: Plan,
  { chair, secretary }: { chair: Holder; secretary: Holder },
): void {
  const heldOn = addDays(plan.today, -3);
  const at = instantOf(addDays(plan.today, -2));
  const meetingId = chance.id(instantOf(addDays(heldOn, -9)));
  const header = {
    title: "کمیته پیگیری آب روستاهای زیارت و توشن",
    heldOn,
    startsAt: "10:00",
    endsAt: "11:30",
    place: "سالن جلسه‌های فرمانداری",
    invitationNumber: "1405/311",
  };
  country.add("meeting", {
    division_id: placeId,
    id: meetingId,
    kind: "other",
    title: header.title,
    held_on: heldOn,
    starts_at: header.startsAt,
    ends_at: header.endsAt,
    place: header.place,
    invitation_number: header.invitationNumber,
    state: "held",
    chair_post_id: chair.postId,
    secretary_post_id: secretary.postId,
    created_at: instantOf(addDays(heldOn, -9)),
    created_by_key: secretary.accountId,
    revision: 4,
  });
  const { source, review } = reviewOf(
    {
      header,
      agenda: ["پیگیری مصوبات قبل", "آب آشامیدنی روستاهای بالادست زیارت"],
      attendees: [
        { name: chair.name, post: "فرماندار", organisation: "", standing: "present" },
        { name: "رضا مرادی", post: "معاون بهره‌برداری", organisation: "توزیع برق", standing: "deputy" },
        { name: "زهرا کاظمی", post: "دهیار زیارت", organisation: "", standing: "guest" },
        { name: "", post: "", organisation: "آموزش و پرورش", standing: "absent" },
      ],
      discussion: [
        "آب آشامیدنی روستاهای بالادست زیارت:",
        "قول مدیر آب و فاضلاب شهرستان، زیارت: هفته آینده از خط بازدید می‌شود.",
      ],
      resolutions: [
        {
          number: 1,
          text: "مقرر گردید برق ایستگاه پمپاژ زیارت بازسازی شود.",
          items: [],
          parties: "توزیع برق",
          deadline: "۱۴۰۵/۱۱/۳۰",
        },
        {
          number: 2,
          text: "مقرر گردید فهرست مدارس بی‌آب دو روستا به فرمانداری فرستاده شود.",
          items: [],
          parties: "آموزش و پرورش",
          deadline: "۱۴۰۵/۱۰/۲۰",
        },
      ],
    },
    placeId,
    offices,
  );
  const draftId = chance.id(at);
  country.add("minutes_draft", {
    division_id: placeId,
    id: draftId,
    meeting_id: meetingId,
    life: "comments",
    version: 1,
    state: "review",
    comment_until: addDays(plan.today, 2),
    ...draftRow(review, source, at, secretary),
  });
  const say = (row: Row) => {
    const id = chance.id(instantOf(addDays(plan.today, -1)));
    country.add("minutes_comment", {
      division_id: placeId,
      id,
      draft_id: draftId,
      resolution: null,
      answers_id: null,
      said_at: instantOf(addDays(plan.today, -1)),
      ...row,
    });
    return id;
  };
  const by = { said_by_name: chair.name, said_by_key: chair.accountId };
  const first = say({ ...by, resolution: 1, body: "نام ایستگاه «زیارت ۲» است." });
  say({
    said_by_name: secretary.name,
    said_by_key: secretary.accountId,
    resolution: 1,
    answers_id: first,
    body: "با دفتر فنی دیدیم: همان ایستگاه زیارت است.",
  });
  say({ ...by, body: "حاضران یک بار دیگر دیده شوند." });
}
