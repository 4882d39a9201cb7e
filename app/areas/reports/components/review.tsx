import { previousPeriod } from "~/lib/period";
import { RefusedPress } from "~/ui/form/kept-words";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { ReportLevel } from "../lifecycle";
import type { ReportsKey } from "../messages";
import type { DutyView, FigureRow, ReportView } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";
import { CommentThread } from "./comment-thread";
import { FigureException, FigureExceptionForm, answerToException } from "./figure-exception";
import { ChangedSince, changeOf, FigureTable } from "./figure-table";
import { QuestionRead } from "./questions";
import { NarrativeText } from "./narrative-text";
import { commentForm, CommentForm, FigureCommentForm } from "./review-forms";
import { Link } from "~/ui/link";

type Props = {
  view: ReportView;
  level: ReportLevel;
  mayComment: boolean;
  /** Whether figures may be named as approved with an exception. */
  mayExcept: boolean;
  /** The figure that is commented on just now. */
  commenting?: string;
  /** Where a comment on a figure is written; without one, where the report is read. */
  commentHref: (code?: string) => string;
  opened?: string;
  receiptHref: (code: string) => string;
  requestId: string;
  answered: Answered;
  nameOfChild: (divisionId: number) => { name: string; href: string };
};

/** Whether the form of a comment on this figure stands open: asked for, or refused a moment ago. */
const isCommenting = ({ mayComment, commenting, answered }: Props, { code }: FigureRow) =>
  mayComment &&
  (commenting === code ||
    answerTo(answered, commentForm(code)) !== undefined ||
    answerToException(answered, code) !== undefined);

function Under({ row, ...props }: Props & { row: FigureRow }) {
  const { view, commentHref, requestId, answered } = props;
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const change = changeOf(row, locale, t);
  return (
    <div className="flex flex-col gap-3">
      <ChangedSince row={row} />
      <QuestionRead asked={row.asked} row={row} named={view.duties.flatMap((duty) => duty.rows)} />
      {row.comments.length > 0 && <CommentThread comments={row.comments} change={change} />}
      {change && row.comments.length === 0 && <p className="text-second text-ink-2">{change}</p>}
      <FigureException row={row} />
      {isCommenting(props, row) && props.mayExcept && (
        <FigureExceptionForm head={view.head} row={row} requestId={requestId} answered={answered} />
      )}
      {isCommenting(props, row) && (
        <FigureCommentForm
          head={view.head}
          indicator={{ code: row.code, name: locale === "fa" ? row.nameFa : row.nameEn }}
          closeHref={commentHref()}
          requestId={requestId}
          answered={answered}
        />
      )}
    </div>
  );
}

function DutySection({ duty, props }: { duty: DutyView; props: Props }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const isCounty = props.level === "county";
  const text = isCounty ? (locale === "fa" ? duty.textFa : duty.textEn) : t("reports.narrative.summary");
  return (
    <Section
      title={text}
      note={isCounty ? t("reports.duty", { number: localDigits(String(duty.position), locale) }) : undefined}
    >
      <div className="flex flex-col gap-3">
        {duty.rows.length > 0 && (
          <FigureTable
            rows={duty.rows}
            previous={previousPeriod(props.view.head.period)}
            caption={text}
            receiptHref={props.receiptHref}
            ofCounties={!isCounty}
            opened={props.opened}
            commentHref={props.mayComment ? props.commentHref : undefined}
            detail={(row) =>
              row.comments.length > 0 ||
              row.since ||
              row.before ||
              row.exception ||
              row.asked.doubts.length > 0 ||
              row.asked.answer?.text ||
              isCommenting(props, row) ? (
                <Under {...props} row={row} />
              ) : null
            }
          />
        )}
        <NarrativeText narrative={duty.narrative} />
        <QuestionRead asked={duty.asked} named={[]} />
      </div>
    </Section>
  );
}

/** A report as it was sent, read from top to bottom, with the reviewer's comments in the rows they are about. */
export function Review(props: Props) {
  const { view, mayComment, requestId, answered } = props;
  const t = useT<ReportsKey>();
  const exceptions = Object.entries(view.exceptions);
  const tooLate = view.duties
    .flatMap((duty) => duty.rows)
    .map((row) => answerToException(answered, row.code))
    .find((one) => one !== undefined);
  return (
    <>
      {!props.mayExcept && <RefusedPress answer={tooLate} />}
      {(view.comments.length > 0 || mayComment) && (
        <div className={view.comments.length > 0 ? "mb-6" : "mb-6 print:hidden"}>
          <Section title={t("reports.comment.general")}>
            <div className="flex flex-col gap-3">
              {view.comments.length > 0 && <CommentThread comments={view.comments} />}
              {mayComment && <CommentForm head={view.head} requestId={requestId} answered={answered} />}
            </div>
          </Section>
        </div>
      )}
      {exceptions.length > 0 && (
        <Section title={t("reports.province.children")}>
          <ul className="flex flex-col gap-1 text-second">
            {exceptions.map(([id, reason]) => {
              const child = props.nameOfChild(Number(id));
              return (
                <li key={id}>
                  <Link to={child.href} className="font-semibold text-teal">
                    {child.name}
                  </Link>
                  : {reason}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {view.duties
        .filter((duty) => !duty.isAbsent && (duty.rows.length > 0 || duty.told !== "empty"))
        .map((duty) => (
          <DutySection key={duty.code} duty={duty} props={props} />
        ))}
    </>
  );
}
