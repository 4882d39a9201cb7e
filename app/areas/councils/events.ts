import { event } from "~/kernel/event";

export const CouncilFounded = event<{ councilId: string }>("CouncilFounded");
export const CouncilEdited = event<{ councilId: string }>("CouncilEdited");
export const CouncilDissolved = event<{ councilId: string }>("CouncilDissolved");
export const CouncilMemberSeated = event<{ councilId: string; memberId: string }>("CouncilMemberSeated");
export const CouncilMemberEdited = event<{ councilId: string; memberId: string }>("CouncilMemberEdited");
export const CouncilMemberEnded = event<{ councilId: string; memberId: string }>("CouncilMemberEnded");
