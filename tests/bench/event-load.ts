/** Events of one slice of a queue's row, and of each command that writes them. */
export const EVENTS = 500;
export const EVENTS_OF_A_COMMAND = 10;
/** Jobs that run at a time. */
export const HANDLERS = 2;
