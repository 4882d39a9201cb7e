import { event } from "~/kernel/event";

export const HandOverSigned = event<{ divisionId: number; handOverId: string }>("HandOverSigned");
export const HandOverReceived = event<{ divisionId: number; handOverId: string }>("HandOverReceived");
