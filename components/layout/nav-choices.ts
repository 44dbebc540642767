import {
  BookOpen,
  CalendarRange,
  ChartLine,
  ClipboardList,
  FilePen,
  Flag,
  Library,
  Settings,
  SquareTerminal,
  SunMedium,
  UserCog,
  UsersRound,
  type LucideIcon,
} from "lucide-react";

/** What decides which places somebody is shown. */
export type NavFacts = {
  /** Notices that were not read. */
  unread: number;
  withClasses: boolean;
  /** For those who build quizzes and write questions. */
  withTeaching: boolean;
  withReports: boolean;
  withAdmin: boolean;
};

export type NavLink = { href: string; label: string; icon: LucideIcon };

const TODAY = { href: "/today", label: "Today", icon: SunMedium };
const STUDY = { href: "/study", label: "Study", icon: BookOpen };
const BANKS = { href: "/banks", label: "Banks", icon: Library };
const PLAN = { href: "/plan", label: "Plan", icon: CalendarRange };
const PROGRESS = { href: "/progress", label: "Progress", icon: ChartLine };
const KUBECTL = { href: "/kubectl", label: "kubectl", icon: SquareTerminal };
const SETTINGS = { href: "/settings", label: "Settings", icon: Settings };
const CLASSES = { href: "/classes", label: "Classes", icon: UsersRound };
const QUIZZES = { href: "/quizzes", label: "Quizzes", icon: ClipboardList };
const AUTHOR = { href: "/author", label: "Author", icon: FilePen };
const REPORTS = { href: "/reports", label: "Reports", icon: Flag };
const ADMIN = { href: "/admin", label: "People", icon: UserCog };

/** Every place, the daily ones first. */
export function linksFor(facts: NavFacts): NavLink[] {
  return [
    TODAY,
    STUDY,
    BANKS,
    PLAN,
    PROGRESS,
    ...(facts.withClasses ? [CLASSES] : []),
    ...(facts.withTeaching ? [QUIZZES, AUTHOR] : []),
    KUBECTL,
    ...(facts.withReports ? [REPORTS] : []),
    ...(facts.withAdmin ? [ADMIN] : []),
    SETTINGS,
  ];
}

/** As many as there is room for; behind "More" there are never just one. */
export function splitLinks(links: readonly NavLink[], most: number): [NavLink[], NavLink[]] {
  if (links.length <= most) return [[...links], []];
  return [links.slice(0, most - 1), links.slice(most - 1)];
}

export const isHere = (path: string, href: string): boolean =>
  path === href || path.startsWith(`${href}/`);
