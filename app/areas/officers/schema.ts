import { z } from "zod";
import { Appoint } from "~/areas/posts/schema";
import { choice } from "~/kernel/fields";
import { OFFICE_POSTS } from "./choices";

export { EndAppointment as EndOfficer } from "~/areas/posts/schema";

export const AppointOfficer = z.intersection(Appoint, z.object({ kind: choice(OFFICE_POSTS) }));
export type AppointOfficer = z.output<typeof AppointOfficer>;
