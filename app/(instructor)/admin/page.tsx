import type { Metadata } from "next";

import { PeopleFilter } from "@/components/admin/people-filter";
import { PeopleTable } from "@/components/admin/people-table";
import { Page } from "@/components/layout/page";
import { PageLinks } from "@/components/ui/page-links";
import { ROLES } from "@/lib/domain/access/actor";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { listPeople } from "@/lib/server/services/manage-people";

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
      <PageLinks
        page={found.page}
        pages={found.pages}
        address={(page) => addressOf(filter, page)}
      />
    </Page>
  );
}

function addressOf(filter: ReturnType<typeof filterOf>, page: number): string {
  const query = new URLSearchParams({
    ...(filter.text === "" ? {} : { text: filter.text }),
    ...(filter.role === null ? {} : { role: filter.role }),
    ...(filter.disabled ? { show: "disabled" } : {}),
    page: String(page),
  });
  return `/admin?${query.toString()}`;
}
