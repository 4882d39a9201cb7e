import { event } from "~/kernel/event";

export const CircleFormed = event<{ circleId: string }>("CircleFormed");
export const PersonRegistered = event<{ personId: string }>("PersonRegistered");
export const ContactRecorded = event<{ contactId: string }>("ContactRecorded");
