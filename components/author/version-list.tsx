import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Table } from "@/components/ui/table";

type VersionListProps = {
  view: {
    bankId: string;
    slug: string;
    current: number;
    versions: readonly { version: number; createdAt: string; changed: readonly string[] }[];
  };
  restore: FormAction;
};

/** Every version there was: none is ever changed, and each can be had again. */
export function VersionList({ view, restore }: VersionListProps) {
  const { bankId, slug, current, versions } = view;
  return (
    <Table caption="Versions" head={["Version", "Changed", ""]}>
      {versions.map(({ version, createdAt, changed }) => (
        <tr key={version}>
          <td>
            {version} {version === current ? <Badge tone="good">Current</Badge> : null}
            <span className="block text-xs text-muted">
              Published <LocalTime at={createdAt} />
            </span>
          </td>
          <td className="min-w-16 wrap-anywhere">
            {changed.length > 0 ? changed.join(", ") : "–"}
          </td>
          <td>
            {version === current ? null : (
              <div className="flex justify-end gap-2 max-sm:flex-col max-sm:items-end max-sm:gap-0">
                <LinkButton
                  size="small"
                  look="quiet"
                  href={`/author/${bankId}/questions/${slug}/versions?from=${version}&to=${current}`}
                >
                  Compare<span className="sr-only"> version {version} with the current one</span>
                </LinkButton>
                <ConfirmButton
                  action={restore}
                  values={{ bankId, slug, version }}
                  look="quiet"
                  label={`Restore version ${version}`}
                  title={`Restore version ${version}?`}
                  consequences={
                    <p>
                      Its text becomes version {current + 1} and is asked from now on. The versions
                      between stay; a draft that you have is kept.
                    </p>
                  }
                  confirm="Restore it"
                >
                  Restore
                </ConfirmButton>
              </div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
