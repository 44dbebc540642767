import { PasswordForm } from "@/components/settings/password-form";
import { ProfileForm } from "@/components/settings/profile-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { LinkButton } from "@/components/ui/button";
import type { ActionState } from "@/lib/domain/action-state";

type SaveForm = (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;

type AccountSettingsProps = {
  person: { id: string; name: string; email: string | null };
  rename: SaveForm;
  changePassword: SaveForm;
};

export function AccountSettings({ person, rename, changePassword }: AccountSettingsProps) {
  const { name, email } = person;
  if (email === null) {
    return (
      <SettingsSection
        id="account"
        title="Account"
        text="You are a guest: what you do is kept, but only this browser can reach it."
      >
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/sign-up" look="primary">
            Sign up
          </LinkButton>
          <LinkButton href="/sign-in">I have an account</LinkButton>
        </div>
      </SettingsSection>
    );
  }
  return (
    <>
      <SettingsSection id="account" title="Account" text={`You sign in as ${email}.`}>
        <ProfileForm name={name} save={rename} />
      </SettingsSection>
      <SettingsSection
        id="password"
        title="Password"
        text="Changing it signs you out everywhere else."
      >
        <PasswordForm email={email} save={changePassword} />
      </SettingsSection>
      <SettingsSection id="sign-out" title="Sign out" text="In this browser only.">
        <SignOutButton userId={person.id} />
      </SettingsSection>
    </>
  );
}
