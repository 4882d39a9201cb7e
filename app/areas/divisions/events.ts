import { event } from "~/kernel/event";

export const CountyCreated = event<{ divisionId: number }>("CountyCreated");
export const DivisionRenamed = event<{ divisionId: number }>("DivisionRenamed");
export const CountyClosed = event<{ divisionId: number }>("CountyClosed");
