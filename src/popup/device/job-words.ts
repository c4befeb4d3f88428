import { sameAddress } from "../../core/account/address.ts";
import type { DeviceJob } from "../../core/device/job.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { isSignatureStep } from "../../core/staking/plan.ts";
import { useAccounts, useOperation } from "../data/records.ts";
import { useSentence } from "../flows/review/words.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { operationTitle } from "../pages/operation/operation-words.ts";

/** What a job is about, in words. */
export interface JobWords {
  chainId: number;
  /** The operation, such as "Redeem"; undefined: it belongs to none. */
  title: string | undefined;
  /** What is signed now, such as "Step 2 of 3: Request the redemption"; undefined where nothing is known of it. */
  step: string | undefined;
  /** The account that signs, by its name and its device's. */
  account: string;
  address: string;
}

/** The step whose signature is wanted: what is being signed, else the first that is not done. */
function stepAt({ plan, steps }: Operation): number {
  const signing = steps.findIndex((each) => each.state === "signing");
  if (signing >= 0) return signing;
  return plan.steps.findIndex((planned, place) => {
    const state = steps[place]?.state;
    return !(state === "confirmed" || (state === "signed" && isSignatureStep(planned)));
  });
}

/** Says what a job is about, from its operation's record. */
export function useJobWords(job: DeviceJob): JobWords {
  const i18n = useI18n();
  const { t } = i18n;
  const list = useAccounts().value;
  const operation = useOperation(job.operationId ?? "").value;
  const chainId = operation?.chainId ?? (job.kind === "transaction" ? job.chainId : 1);
  const say = useSentence(chainId);
  const account = list?.accounts.find(
    (each) => sameAddress(each.address, job.address) && each.deviceId === job.deviceId,
  );
  const device = list?.devices.find((each) => each.id === job.deviceId);
  return {
    chainId,
    title: operation && operationTitle(operation, i18n),
    step: stepWords(),
    account:
      account && device
        ? t("device.account-on", { account: account.label, device: device.label })
        : (account?.label ?? device?.label ?? ""),
    address: job.address,
  };

  function stepWords(): string | undefined {
    if (job.kind === "second-factor" || operation === undefined) return undefined;
    const place = stepAt(operation);
    const planned = operation.plan.steps[place];
    const step = planned && say(planned.words);
    if (step === undefined) return undefined;
    // Something of it waits in the network: this one takes its place.
    if ((operation.steps[place]?.attempts.length ?? 0) > 0) return t("device.in-place", { step });
    const count = operation.plan.steps.length;
    return count === 1 ? step : t("device.step-of", { place: place + 1, count, step });
  }
}
