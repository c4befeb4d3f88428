// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";

interface IPool {
    function submit(address referral) external payable returns (uint256);
    function approve(address spender, uint256 amount) external returns (bool);
    function getPooledEthByShares(uint256 shares) external view returns (uint256);
}

interface IWrapper {
    function wrap(uint256 amount) external returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
}

/// Stand-in for Lido's wstETH referral staker: ether in, wstETH out, with a referral. Fidelity (facts): stakeETH
/// returns the wstETH sent on; bare ether is refused here (on mainnet it would be lost).
contract WstEthStaker {
    function stakeETH(address _referral) external payable returns (uint256 wrapped) {
        uint256 shares = IPool(STETH).submit{value: msg.value}(_referral);
        uint256 amount = IPool(STETH).getPooledEthByShares(shares);
        IPool(STETH).approve(WSTETH, amount);
        wrapped = IWrapper(WSTETH).wrap(amount);
        IWrapper(WSTETH).transfer(msg.sender, wrapped);
    }
}
