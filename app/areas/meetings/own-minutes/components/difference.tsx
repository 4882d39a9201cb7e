import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import type { Difference, Piece } from "~/lib/differences";

function Said({ piece }: { piece: Piece }) {
  const t = useT<MeetingsKey>();
  // Told by a line under or through it and by a word for whoever hears the page, not by colour alone.
  if (piece.kind === "added")
    return (
      <ins className="bg-teal-tint text-teal-deep underline decoration-2 underline-offset-4">
        <span className="sr-only">{t("minutes.own.changes.added")}: </span>
        {piece.text}
      </ins>
    );
  if (piece.kind === "removed")
    return (
      <del className="bg-brick-tint text-brick line-through">
        <span className="sr-only">{t("minutes.own.changes.removed")}: </span>
        {piece.text}
      </del>
    );
  return <>{piece.text}</>;
}

/** What a version changed of the one before it. */
export function DifferenceList({ found }: { found: readonly Difference[] }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  if (found.every(({ kind }) => kind === "same"))
    return <p className="text-second text-ink-3">{t("minutes.own.changes.none")}</p>;
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line-2 bg-sheet px-4 py-4 text-body leading-[2]">
      {found.map((one, index) =>
        one.kind === "same" ? (
          <p key={index} className="text-meta text-ink-3">
            {localDigits(t("minutes.own.changes.same", { count: one.count }), locale)}
          </p>
        ) : (
          <p key={index} lang="fa" dir="auto" className="whitespace-pre-wrap">
            {one.pieces.map((piece, at) => (
              <Said key={at} piece={piece} />
            ))}
          </p>
        ),
      )}
    </div>
  );
}
