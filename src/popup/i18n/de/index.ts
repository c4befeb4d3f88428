import type { LanguageCatalogue } from "../en/index.ts";
import { accounts } from "./accounts.ts";
import { activity } from "./activity.ts";
import { approvals } from "./approvals.ts";
import { approve } from "./approve.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { claim } from "./claim.ts";
import { common } from "./common.ts";
import { confirm } from "./confirm.ts";
import { contacts } from "./contacts.ts";
import { convert } from "./convert.ts";
import { device } from "./device.ts";
import { accountErrors } from "./errors-account.ts";
import { allowanceErrors } from "./errors-allowance.ts";
import { amountErrors } from "./errors-amount.ts";
import { chainErrors } from "./errors-chain.ts";
import { deviceErrors } from "./errors-device.ts";
import { messageErrors } from "./errors-message.ts";
import { operationErrors } from "./errors-operation.ts";
import { phishingErrors } from "./errors-phishing.ts";
import { siteErrors } from "./errors-site.ts";
import { stakingErrors } from "./errors-staking.ts";
import { storageErrors } from "./errors-storage.ts";
import { vaultErrors } from "./errors-vault.ts";
import { notification } from "./notification.ts";
import { onboarding } from "./onboarding.ts";
import { operation } from "./operation.ts";
import { pair } from "./pair.ts";
import { portfolio } from "./portfolio.ts";
import { position } from "./position.ts";
import { recovery } from "./recovery.ts";
import { redeem } from "./redeem.ts";
import { review } from "./review.ts";
import { rules } from "./rules.ts";
import { send } from "./send.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { sites } from "./sites.ts";
import { stake } from "./stake.ts";
import { unlock } from "./unlock.ts";

export const de: LanguageCatalogue = {
  words: {
    ...common,
    ...contacts,
    ...backup,
    ...shell,
    ...notification,
    ...onboarding,
    ...unlock,
    ...portfolio,
    ...accounts,
    ...stake,
    ...redeem,
    ...claim,
    ...rules,
    ...review,
    ...convert,
    ...device,
    ...pair,
    ...confirm,
    ...send,
    ...activity,
    ...operation,
    ...position,
    ...approve,
    ...approvals,
    ...settings,
    ...sites,
    ...audit,
    ...recovery,
  },
  errors: {
    ...amountErrors,
    ...accountErrors,
    ...allowanceErrors,
    ...vaultErrors,
    ...chainErrors,
    ...deviceErrors,
    ...stakingErrors,
    ...operationErrors,
    ...phishingErrors,
    ...siteErrors,
    ...messageErrors,
    ...storageErrors,
  },
};
