import Link from "next/link";

/** A first column that stays in sight while its table scrolls. */
export const STICKY = "sticky start-0 z-10 bg-surface";

type StudentHeadProps = {
  name: string;
  section: string | null;
  /** Where there is more of them; just the name without. */
  href?: string;
  className?: string;
};

/** Whose row it is, in the tables of a class. */
export const StudentHead = ({ name, section, href, className = "" }: StudentHeadProps) => (
  <th scope="row" className={`${STICKY} max-w-36 text-start font-medium sm:max-w-56 ${className}`}>
    {href === undefined ? (
      <span className="block truncate">{name}</span>
    ) : (
      <Link
        href={href}
        className="block truncate underline decoration-accent-line underline-offset-3 hover:decoration-current"
      >
        {name}
      </Link>
    )}
    {section === null ? null : (
      <span className="block truncate text-xs font-normal text-muted">{section}</span>
    )}
  </th>
);
