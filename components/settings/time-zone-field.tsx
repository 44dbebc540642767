"use client";

import { useState, useSyncExternalStore } from "react";

import { SelectField } from "@/components/ui/select";

type TimeZoneFieldProps = {
  initial: string;
  zones: readonly string[];
  errors: readonly string[] | undefined;
};

const noChanges = () => () => undefined;
const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function TimeZoneField({ initial, zones, errors }: TimeZoneFieldProps) {
  const [zone, setZone] = useState(initial);
  const device = useSyncExternalStore(noChanges, deviceZone, () => null);
  const differs = device !== null && device !== zone;
  return (
    <SelectField
      id="time-zone"
      name="timeZone"
      label="Time zone"
      value={zone}
      errors={errors}
      onChange={(event) => {
        setZone(event.target.value);
      }}
      hint={
        differs ? (
          <button
            type="button"
            onClick={() => {
              setZone(device);
            }}
            className="text-start font-medium text-accent underline decoration-accent-line underline-offset-3"
          >
            Use this device’s: {device}
          </button>
        ) : (
          "Decides when your day begins."
        )
      }
    >
      {[...new Set([...zones, zone])].map((name) => (
        <option key={name} value={name}>
          {name.replaceAll("_", " ")}
        </option>
      ))}
    </SelectField>
  );
}
