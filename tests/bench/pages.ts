import { GORGAN } from "../factories/actors";

/** Pages of the county's assistant that rows ask for. */
export const DESK = `/${GORGAN}`;
export const PEOPLE = `/${GORGAN}/network?view=name`;
export const CIRCLES = `/${GORGAN}/network/circles`;
export const NEW_CIRCLE = `/${GORGAN}/network/circles/new`;
