import { AbilityBuilder, createMongoAbility, subject as tagged, type MongoAbility } from "@casl/ability";
import type { Actor } from "./actor";
import { Refusal } from "./refusal";

/**
 * Verbs by subject. Every area adds its own in `ability.ts`:
 * `declare module "~/kernel/authorize" { interface Verbs { Meeting: "record" | "cancel" } }`
 * so that neither a button nor a command can misspell one.
 */
export interface Verbs {}
export type Subject = keyof Verbs & string;

export type Ability = MongoAbility;

/** What an area's rules may say: a verb on a subject, for all rows or for those that fit the conditions. */
export type Rules = {
  can: <S extends Subject>(
    verb: Verbs[S] | Verbs[S][],
    subject: S,
    conditions?: Record<string, unknown>,
  ) => void;
  cannot: <S extends Subject>(
    verb: Verbs[S] | Verbs[S][],
    subject: S,
    conditions?: Record<string, unknown>,
  ) => void;
};

/** One area's rules for an actor (still without the ability that is being made). */
export type AreaRules = (actor: Omit<Actor, "ability">, rules: Rules) => void;

/** The ability that the rules of all areas make for an actor. */
export function abilityFrom(actor: Omit<Actor, "ability">, areas: readonly AreaRules[]): Ability {
  const builder = new AbilityBuilder<Ability>(createMongoAbility);
  const rules: Rules = {
    can: (verb, subject, conditions) =>
      void builder.can(verb as string | string[], subject as string, conditions),
    cannot: (verb, subject, conditions) =>
      void builder.cannot(verb as string | string[], subject as string, conditions),
  };
  for (const area of areas) area(actor, rules);
  return builder.build();
}

/** Allows nothing: for actors that only pass a door. */
export const noAbility: Ability = createMongoAbility([]);

/** Whether the actor has the verb on the subject, or on this very row of it. */
export function may<S extends Subject>(
  actor: Pick<Actor, "ability">,
  verb: Verbs[S],
  subject: S,
  row?: object,
): boolean {
  return actor.ability.can(verb as string, row ? tagged(subject as string, { ...row }) : subject);
}

/** As `may`, but refuses with `forbidden`. */
export function authorize<S extends Subject>(actor: Actor, verb: Verbs[S], subject: S, row?: object): void {
  if (!may(actor, verb, subject, row)) throw new Refusal("forbidden", "refusal.forbidden");
}
