import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { outside } from "./outside";

test("a request to a server that the test does not expect fails", async () => {
  vi.mocked(console.error).mockImplementation(() => {});
  await expect(fetch("https://sms.example/send", { method: "POST" })).rejects.toThrow();
});

test("a server that the test stands in for answers", async () => {
  outside.use(http.post("https://sms.example/send", () => HttpResponse.json({ accepted: true })));
  const response = await fetch("https://sms.example/send", { method: "POST" });
  await expect(response.json()).resolves.toEqual({ accepted: true });
});
