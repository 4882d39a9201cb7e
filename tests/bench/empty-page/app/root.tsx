import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";

/** The least that a Remix application is. */
export default function App() {
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
