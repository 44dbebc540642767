import type { Metadata } from "next";

import { PeopleFilter } from "@/components/admin/people-filter";
import { PeopleTable } from "@/components/admin/people-table";
import { Page } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { ROLES } from "@/lib/domain/access/actor";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { listPeople, type PeopleView } from "@/lib/server/services/manage-people";

import { changeRoleAction, disablePersonAction, enablePersonAction } from "./actions";

export const metadata: Metadata = { title: "People" };

type Params = Record<string, string | string[] | undefined>;

const one = (params: Params, name: string) => [params[name] ?? ""].flat()[0] ?? "";

const filterOf = (params: Params) => ({
  text: one(params, "text").trim().slice(0, 100),
  role: ROLES.find((role) => role === one(params, "role")) ?? null,
  disabled: one(params, "show") === "disabled",
  page: Math.min(10_000, Math.max(1, Math.trunc(Number(one(params, "page"))) || 1)),
});

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const filter = filterOf(await searchParams);
  const found = await load("/admin", async () => listPeople(await requireActor(), filter));
  return (
    <Page
      title="People"
      intro="Everybody who has signed up. Instructors open classes and write banks; admins also come here."
    >
      <PeopleFilter {...filter} total={found.total} />
      <PeopleTable
        people={found.people}
        changeRole={changeRoleAction}
        disable={disablePersonAction}
        enable={enablePersonAction}
      />
      {found.pages > 1 ? <Pages filter={filter} found={found} /> : null}
    </Page>
  );
}

function Pages({ filter, found }: { filter: ReturnType<typeof filterOf>; found: PeopleView }) {
  const address = (page: number) => {
    const query = new URLSearchParams({
      ...(filter.text === "" ? {} : { text: filter.text }),
      ...(filter.role === null ? {} : { role: filter.role }),
      ...(filter.disabled ? { show: "disabled" } : {}),
      page: String(page),
    });
    return `/admin?${query.toString()}`;
  };
  const { page, pages } = found;
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
