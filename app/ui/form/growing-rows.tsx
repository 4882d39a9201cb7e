import type { FieldMetadata } from "@conform-to/react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "../button";
import { useReady } from "../use-ready";
import type { FieldFace } from "./form-context";

/**
 * Rows of one field, as many as are wanted: those that stand ready, and one more at each press. Without script there are
 * those that stand ready.
 * @param most so many at all.
 * @param add the button that brings one more.
 */
export function GrowingRows({
  field,
  most,
  add,
  children,
}: {
  field: FieldMetadata<string[]>;
  most: number;
  add: string;
  children: (field: FieldFace, index: number) => ReactNode;
}) {
  const ready = field.getFieldList();
  const canGrow = useReady();
  const [wanted, setWanted] = useState(0);
  const rows = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    rows.current?.lastElementChild?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  }, [wanted]);
  const count = Math.max(ready.length, wanted);
  return (
    <div className="flex flex-col items-start gap-2">
      <div ref={rows} className="grid w-full gap-3 sm:grid-cols-2">
        {Array.from({ length: count }, (_, index) => (
          <div key={ready[index]?.key ?? `more-${index}`}>
            {children(ready[index] ?? oneMore(field, index), index)}
          </div>
        ))}
      </div>
      {canGrow && count < most && (
        <Button
          type="button"
          kind="quiet"
          size="small"
          icon="plus"
          onClick={() => {
            added.current = true;
            setWanted(count + 1);
          }}
        >
          {add}
        </Button>
      )}
    </div>
  );
}

/** A row that the form did not begin with. */
function oneMore({ id, name }: { id: string; name: string }, index: number): FieldFace {
  const own = `${id}[${index}]`;
  return {
    id: own,
    name: `${name}[${index}]`,
    errorId: `${own}-error`,
    descriptionId: `${own}-description`,
    errors: undefined,
    initialValue: undefined,
  };
}
