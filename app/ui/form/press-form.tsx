import { useForm, type SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Form } from "./form";
import type { RefusalFace } from "./form-context";

/**
 * A form of one press, in which nothing is typed: it says why a press was not taken.
 * @param id tells the forms of one page apart.
 * @param answer what the action said, where it answered this form.
 */
export function PressForm({
  id,
  answer,
  requestId,
  revision,
  children,
}: {
  id: string;
  answer: { result: SubmissionResult<string[]>; refusal?: RefusalFace } | undefined;
  requestId: string;
  revision?: number;
  children: ReactNode;
}) {
  const [form] = useForm({ id, lastResult: answer?.result });
  return (
    <Form form={form} requestId={requestId} revision={revision} refusal={answer?.refusal} warn={false}>
      {children}
    </Form>
  );
}
