import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/**
 * Stands for every server of other people. A test adds handlers for the one it talks to; a request that nobody
 * expected fails the test that made it, so nothing of ours reaches the outside unnoticed. This machine is not outside.
 */
export const outside = setupServer();

const OURS = ["127.0.0.1", "localhost", "[::1]", "peyvand.test"];

beforeAll(() => {
  outside.listen({
    onUnhandledRequest(request, print) {
      if (!OURS.includes(new URL(request.url).hostname)) print.error();
    },
  });
});
afterEach(() => outside.resetHandlers());
afterAll(() => outside.close());
