// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {IPermit2} from "@uniswap/v4-periphery/lib/permit2/src/interfaces/IPermit2.sol";

/// What may be asked of Permit2 at its real address, and how it refuses. An interface only: the code there is
/// Uniswap's own (scripts/devnet/permit2.mjs). The errors below are those its interfaces leave out.
interface Permit2 is IPermit2 {
    error SignatureExpired(uint256 signatureDeadline);
    error InvalidNonce();
    error InvalidSignatureLength();
    error InvalidSignature();
    error InvalidSigner();
    error InvalidContractSignature();
}
