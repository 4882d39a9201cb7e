import { searchKey } from "~/lib/persian-text";

/** The key under which a circle is found: its name, then its topic where the name does not say it already. */
export function circleKey({ name, topic }: { name: string; topic: string }): string {
  const [named, about] = [searchKey(name), searchKey(topic)];
  return named.includes(about) ? named : `${named} ${about}`;
}
