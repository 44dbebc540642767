import type { Metadata } from "next";

import { Page } from "@/components/layout/page";
import { NoticeList } from "@/components/notices/notice-list";
import { ActionButton } from "@/components/form/action-button";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewNotices } from "@/lib/server/services/view-notices";

import { readAllNoticesAction, readNoticeAction } from "./actions";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage() {
  const notices = await load("/notices", async () => viewNotices(await requireActor()));
  const unread = notices.filter(({ isRead }) => !isRead).length;
  return (
    <Page
      narrow
      title="Notices"
      actions={
        <div className="flex flex-wrap gap-2">
          {unread > 0 ? (
            <ActionButton action={readAllNoticesAction} values={{}}>
              Mark all as read
            </ActionButton>
          ) : null}
          <LinkButton href="/settings#notices" look="quiet" size="small">
            Which ones
          </LinkButton>
        </div>
      }
    >
      <NoticeList notices={notices} read={readNoticeAction} />
    </Page>
  );
}
