import { UsersRound } from "lucide-react";
import type { Metadata } from "next";

import { ClassCards } from "@/components/classes/class-cards";
import { Invitations } from "@/components/classes/invitations";
import { JoinByCodeForm } from "@/components/classes/join-by-code-form";
import { Page } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { listClasses, type ClassList } from "@/lib/server/services/list-classes";

import { acceptInvitationAction, declineInvitationAction, joinByCodeAction } from "./actions";

export const metadata: Metadata = { title: "Classes" };

export default async function ClassesPage() {
  const list = await load("/classes", async () => listClasses(await requireActor()));
  const { classes, invitations, mayCreate, mayJoin } = list;
  return (
    <Page
      title="Classes"
      actions={
        mayCreate ? (
          <LinkButton href="/classes/new" look="primary">
            New class
          </LinkButton>
        ) : null
      }
    >
      {invitations.length > 0 ? (
        <Invitations
          invitations={invitations}
          accept={acceptInvitationAction}
          decline={declineInvitationAction}
        />
      ) : null}
      {classes.length > 0 ? <ClassCards classes={classes} /> : <NoClasses mayCreate={mayCreate} />}
      <section aria-labelledby="join" className="flex flex-col gap-3 border-t border-line pt-8">
        <h2 id="join" className="text-lg font-semibold">
          Join a class
        </h2>
        {mayJoin ? <JoinByCodeForm join={joinByCodeAction} /> : <SignUpFirst />}
      </section>
      <OtherClasses {...list} />
    </Page>
  );
}

const NoClasses = ({ mayCreate }: { mayCreate: boolean }) => (
  <EmptyState
    icon={UsersRound}
    title="You are in no class"
    action={
      mayCreate ? (
        <LinkButton href="/classes/new" look="primary">
          Open a class
        </LinkButton>
      ) : null
    }
  >
    {mayCreate
      ? "Open one, and let people in by a code, a link or a list."
      : "Join one below with the code you were given, or open the link you were sent."}
  </EmptyState>
);

const SignUpFirst = () => (
  <p className="text-muted">
    A class needs to know whose answers are whose:{" "}
    <TextLink href="/sign-up?next=%2Fclasses">sign up</TextLink> first. What you answered as a guest
    stays yours.
  </p>
);

function OtherClasses({ archived, others }: Pick<ClassList, "archived" | "others">) {
  return (
    <>
      {archived.length > 0 ? (
        <details className="border-t border-line pt-6">
          <summary className="font-semibold">Archived ({archived.length})</summary>
          <div className="pt-4">
            <ClassCards classes={archived} />
          </div>
        </details>
      ) : null}
      {others.length > 0 ? (
        <details className="border-t border-line pt-6">
          <summary className="font-semibold">Classes of others ({others.length})</summary>
          <ul className="flex flex-col gap-2 pt-4">
            {others.map(({ id, name }) => (
              <li key={id}>
                <TextLink href={`/classes/${id}`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
