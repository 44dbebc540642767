import { LinkButton } from "@/components/ui/button";

type PageLinksProps = {
  /** From 1 on. */
  page: number;
  pages: number;
  address: (page: number) => string;
};

/** From page to page of a long list; nothing where one holds it all. */
export function PageLinks({ page, pages, address }: PageLinksProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4">
      {page > 1 ? (
        <LinkButton href={address(page - 1)} size="small">
          Previous
        </LinkButton>
      ) : (
        <span />
      )}
      <span className="text-sm text-muted tabular-nums">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <LinkButton href={address(page + 1)} size="small">
          Next
        </LinkButton>
      ) : (
        <span />
      )}
    </nav>
  );
}
