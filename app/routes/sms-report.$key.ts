import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { timingSafeEqual } from "node:crypto";
import { systemActor } from "~/actor.server";
import { recordDelivery } from "~/areas/notifications/commands/record-delivery.server";
import { findReceipt } from "~/areas/notifications/receipts.server";
import { env } from "~/kernel/env.server";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";

function isOurs(key: string | undefined): boolean {
  const { SMS_REPORT_KEY } = env();
  if (!SMS_REPORT_KEY || !key) return false;
  const [given, kept] = [Buffer.from(key), Buffer.from(SMS_REPORT_KEY)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** The gateway reports what became of a message: by its own number and a state, in the address or in a form. */
async function report(key: string | undefined, said: URLSearchParams): Promise<Response> {
  if (!isOurs(key)) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const remoteId = said.get("messageid") ?? "";
  const status = Number(said.get("status"));
  const receipt =
    /^[\w-]{1,40}$/.test(remoteId) && Number.isInteger(status) ? await findReceipt(remoteId) : null;
  // What is not known here is answered all the same: the gateway would say it again and again.
  if (receipt)
    await recordDelivery(await systemActor(receipt.divisionId), {
      messageId: receipt.messageId,
      remoteId,
      status,
    });
  return new Response("ok");
}

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  report(params.key, new URL(request.url).searchParams);

export const action = async ({ request, params }: ActionFunctionArgs) =>
  report(params.key, new URLSearchParams((await request.text()).slice(0, 2000)));
