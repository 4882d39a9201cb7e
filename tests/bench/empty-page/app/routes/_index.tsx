export const loader = () => ({ ready: true });

/** A page with nothing on it. */
export default function EmptyPage() {
  return <main />;
}
