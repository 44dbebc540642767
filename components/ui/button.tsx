import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

import { buttonLook, type ButtonLook } from "@/components/ui/button-look";

type ButtonProps = ButtonLook & Omit<ComponentProps<"button">, "className">;

export function Button({ look, size, className, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonLook({
        ...(look ? { look } : {}),
        ...(size ? { size } : {}),
        ...(className ? { className } : {}),
      })}
      {...rest}
    />
  );
}

type LinkButtonProps = ButtonLook & { href: string; children: ReactNode };

/** Looks like a button, and is a link: it goes somewhere. */
export function LinkButton({ href, children, ...style }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonLook(style)}>
      {children}
    </Link>
  );
}
