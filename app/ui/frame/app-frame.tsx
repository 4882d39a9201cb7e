import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { KeptWords } from "../form/kept-words";
import { BottomBar } from "./bottom-bar";
import type { NavGroup, NavItem } from "./nav-item";
import { Ribbon } from "./ribbon";
import { Sidebar } from "./sidebar";
import { MAIN_ID, SkipLink } from "./skip-link";
import { TopLine, type TopLineProps } from "./top-line";

/**
 * The frame of every signed-in page.
 *
 * @param home the desk of this place.
 * @param nav groups of places for the sidebar; `foot` help and settings; `bottom` the four of the phone.
 * @param top the top line: place, period, search, notifications, account.
 * @param sample marks every page of a sample. `clockSet`: the clock was set by hand and is shown.
 * @param ownBottom true when the page brings its own bar at the foot of a phone (a call, a long form).
 */
export function AppFrame({
  home,
  nav,
  foot = [],
  bottom,
  top,
  sample = false,
  clockSet = false,
  ownBottom = false,
  children,
}: {
  home: string;
  nav: NavGroup[];
  foot?: NavItem[];
  bottom: NavItem[];
  top: TopLineProps;
  sample?: boolean;
  clockSet?: boolean;
  ownBottom?: boolean;
  children: ReactNode;
}) {
  const waiting = useNavigation().state !== "idle";
  return (
    <>
      <SkipLink />
      <div className="md:flex">
        <Sidebar home={home} nav={nav} foot={foot} />
        <div className="min-w-0 flex-1">
          <Ribbon sample={sample} clockSet={clockSet} />
          <TopLine {...top} />
          {/* The answer to a press is seen at once, whatever the line. */}
          <div
            aria-hidden
            className={`sticky top-15 z-20 low:top-0 h-0.5 bg-teal transition-opacity sm:top-14 ${waiting ? "opacity-100" : "opacity-0"}`}
          />
          <main
            id={MAIN_ID}
            tabIndex={-1}
            className="mx-auto w-full max-w-[82.5rem] px-4 pt-4 pb-24 focus:outline-none sm:px-8 sm:pt-6 sm:pb-10"
          >
            <KeptWords>{children}</KeptWords>
          </main>
        </div>
      </div>
      {!ownBottom && <BottomBar items={bottom} />}
    </>
  );
}
