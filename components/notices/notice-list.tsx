import { Bell } from "lucide-react";

import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form-action";
import { NoticeLink } from "@/components/notices/notice-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";

export type NoticeRow = { id: string; text: string; link: string; at: string; isRead: boolean };

type NoticeListProps = { notices: readonly NoticeRow[]; read: FormAction };

export function NoticeList({ notices, read }: NoticeListProps) {
  if (notices.length === 0) {
    return (
      <EmptyState icon={Bell} title="Nothing to tell you">
        Here you read what is assigned to you and when results are out.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {notices.map((notice) => (
        <li
          key={notice.id}
          className={`flex items-start gap-3 px-4 py-3.5 ${notice.isRead ? "" : "bg-accent-soft"}`}
        >
          <span
            aria-hidden
            className={`mt-2 size-2 shrink-0 rounded-full ${notice.isRead ? "" : "bg-accent"}`}
          />
          <div className="min-w-0 flex-1">
            <p className={notice.isRead ? "" : "font-medium"}>
              {notice.isRead ? null : <span className="sr-only">Unread: </span>}
              <NoticeLink id={notice.id} href={notice.link} isRead={notice.isRead} read={read}>
                {notice.text}
              </NoticeLink>
            </p>
            <p className="mt-0.5 text-sm text-muted">
              <LocalTime at={notice.at} />
            </p>
          </div>
          {notice.isRead ? null : (
            <ActionButton
              action={read}
              values={{ id: notice.id }}
              look="quiet"
              label={`Mark as read: ${notice.text}`}
            >
              Mark as read
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}
