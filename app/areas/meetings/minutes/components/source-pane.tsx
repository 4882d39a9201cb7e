import { useEffect, useRef } from "react";
import { classNames } from "~/ui/class-names";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";
import { useShownOrigin } from "./origin";
import type { SourcePiece, SourceView } from "../source";

/** The pasted text beside what was read from it: untouched, with line numbers, the open resolution tied by colour. */
export function SourcePane({
  source,
  open,
  wholeHref,
}: {
  source: SourceView;
  open: string | null;
  wholeHref: string;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const pane = useRef<HTMLDivElement>(null);
  const digits = (value: number) => localDigits(String(value), locale);

  // The source follows the resolution that is open, without moving the page.
  useEffect(() => {
    const target = open ? pane.current?.querySelector<HTMLElement>(`[data-resolution="${open}"]`) : null;
    if (target && pane.current) pane.current.scrollTop = target.offsetTop - pane.current.clientHeight / 3;
  }, [open]);

  const shown = useShownOrigin();
  const isFound =
    shown !== null &&
    source.lines.some(({ pieces }) => pieces.some((piece) => piece.of?.includes(shown.key)));
  useEffect(() => {
    const target = shown ? pane.current?.querySelector<HTMLElement>("[data-shown]") : null;
    if (!target || !pane.current) return;
    const { scrollTop, clientHeight } = pane.current;
    const isSeen = target.offsetTop > scrollTop && target.offsetTop < scrollTop + clientHeight - 40;
    if (!isSeen) pane.current.scrollTop = target.offsetTop - clientHeight / 3;
  }, [shown]);

  return (
    <section
      className="overflow-hidden rounded-card border border-line-2 bg-sheet"
      aria-label={t("minutes.review.source")}
    >
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line-2 px-4 py-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-item">{t("minutes.review.source")}</span>
          <span className="text-meta text-ink-3">{t("minutes.review.source.note")}</span>
        </p>
        <LinkButton to={wholeHref} document kind="quiet" size="small" icon="maximize-2">
          {t("minutes.review.source.whole")}
        </LinkButton>
      </header>
      <div
        ref={pane}
        tabIndex={0}
        role="group"
        aria-label={t("minutes.review.source")}
        className="relative max-h-96 overflow-y-auto py-3 lg:max-h-[calc(100vh-17rem)]"
        dir="rtl"
        lang="fa"
      >
        <ol>
          {source.lines.map(({ line, pieces }) => (
            <li key={line} className="grid grid-cols-[3.25rem_minmax(0,1fr)] text-second">
              <span
                aria-hidden
                className="border-e border-brick-line pe-3 text-end text-meta leading-8 text-ink-3"
              >
                {digits(line)}
              </span>
              <span className="ps-3 pe-4 leading-8 whitespace-pre-wrap">
                {pieces.map((piece, index) => (
                  <Piece
                    key={index}
                    piece={piece}
                    open={open !== null && piece.resolution === open}
                    shown={shown !== null && piece.of?.includes(shown.key) === true}
                    digits={digits}
                  />
                ))}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p className="min-h-9 border-t border-line-2 px-4 py-2 text-meta text-ink" aria-live="polite">
        {shown &&
          t(isFound ? "minutes.review.origin.shown" : "minutes.review.origin.none", { field: shown.label })}
      </p>
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line-2 px-4 py-2 text-meta text-ink-3">
        <Legend look={LOOK.known} word={t("minutes.review.legend.known")} />
        <Legend look={LOOK.open} word={t("minutes.review.legend.open")} />
        <Legend look={LOOK.guess} word={t("minutes.review.legend.guess")} />
        <span className="ms-auto">
          {t("minutes.review.source.part", {
            from: digits(source.from),
            to: digits(source.to),
            lines: digits(source.of),
          })}
        </span>
      </footer>
    </section>
  );
}

const LOOK = {
  known: "bg-row-selected text-ink",
  open: "bg-data-2 text-on-data-2",
  guess: "border-b-2 border-saffron bg-saffron-tint text-ink",
};

/** The field at hand: a frame as well as a ground, so that it is told without colour. */
const SHOWN = "rounded-mark outline-2 outline-offset-1 outline-teal font-semibold text-ink";

function Legend({ look, word }: { look: string; word: string }) {
  return <span className={classNames("rounded-mark px-1.5 py-0.5", look)}>{word}</span>;
}

/** A tag among Persian letters is turned round where nothing sets it apart: «<p>» is shown as it was written. */
const TAG = /(<[^<>\n]{1,200}>)/u;

function Words({ text }: { text: string }) {
  if (!text.includes("<")) return text;
  return text.split(TAG).map((part, at) =>
    at % 2 === 1 ? (
      <bdi key={at} dir="ltr">
        {part}
      </bdi>
    ) : (
      part
    ),
  );
}

function Piece({
  piece,
  open,
  shown,
  digits,
}: {
  piece: SourcePiece;
  open: boolean;
  shown: boolean;
  digits: (value: number) => string;
}) {
  const mark = shown ? { "data-shown": true } : {};
  if (piece.kind === "plain") {
    return (
      <span {...mark} className={shown ? SHOWN : "text-ink-3"}>
        <Words text={piece.text} />
      </span>
    );
  }
  const look = piece.kind === "guess" ? LOOK.guess : open ? LOOK.open : LOOK.known;
  return (
    <>
      {piece.begins !== undefined && (
        <span
          data-resolution={piece.resolution}
          className={classNames(
            "me-1.5 inline-flex min-w-6 justify-center rounded-check border px-1 text-meta font-semibold",
            open ? "border-teal bg-teal text-on-teal" : "border-teal-line bg-sheet text-teal-deep",
          )}
        >
          {digits(piece.begins)}
        </span>
      )}
      <span {...mark} className={classNames("rounded-mark", look, shown && SHOWN)}>
        <Words text={piece.text} />
      </span>
    </>
  );
}
