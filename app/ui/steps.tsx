import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";

export type Step = {
  key: string;
  label: ReactNode;
  state: "done" | "now" | "ahead";
  /** The present step needs somebody: saffron instead of teal. */
  needsYou?: boolean;
};

/** How far a record has come. */
export function Steps({ steps, label }: { steps: readonly Step[]; label?: string }) {
  const t = useT<UiKey>();
  return (
    <ol
      aria-label={label ?? t("ui.steps")}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 text-second"
    >
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === "now" ? "step" : undefined}
          className="flex items-center gap-2"
        >
          <span
            className={classNames(
              "inline-flex items-center gap-1.5",
              step.state === "now" && "font-semibold",
              step.state === "now" && (step.needsYou ? "text-saffron-ink" : "text-teal-deep"),
              step.state === "done" && "text-ink-2",
              step.state === "ahead" && "text-ink-3",
            )}
          >
            {step.state === "done" && <Icon of="check" size={15} />}
            {step.label}
            {step.state !== "ahead" && (
              <span className="sr-only">
                {" "}
                ({t(step.state === "done" ? "ui.steps.done" : "ui.steps.now")})
              </span>
            )}
          </span>
          {index < steps.length - 1 && <span aria-hidden className="h-px w-5 bg-line-2" />}
        </li>
      ))}
    </ol>
  );
}
