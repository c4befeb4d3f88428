// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Signature checks for permits. Fidelity: malleable signatures (upper half of s) are refused with the same
/// reasons as on mainnet; an owner with code is asked through EIP-1271 and a failing call counts as "no".
library Signatures {
    uint256 private constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    function typedDigest(bytes32 domain, bytes32 content) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domain, content));
    }

    function recover(bytes32 digest, uint8 v, bytes32 r, bytes32 s) internal pure returns (address signer) {
        require(uint256(s) <= HALF_ORDER, "ECDSA: invalid signature 's' value");
        signer = ecrecover(digest, v, r, s);
        require(signer != address(0), "ECDSA: invalid signature");
    }

    function signedBy(address owner, bytes32 digest, uint8 v, bytes32 r, bytes32 s) internal view returns (bool) {
        if (owner.code.length == 0) return recover(digest, v, r, s) == owner;
        (bool ok, bytes memory answer) =
            owner.staticcall(abi.encodeWithSelector(0x1626ba7e, digest, abi.encodePacked(r, s, v)));
        return ok && answer.length == 32 && bytes32(answer) == bytes32(bytes4(0x1626ba7e));
    }
}
