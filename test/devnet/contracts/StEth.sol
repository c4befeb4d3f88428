// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./StakeLimit.sol";
import "./StEthToken.sol";

interface IQueue {
    function prefinalize(uint256[] calldata batches, uint256 maxShareRate) external view returns (uint256, uint256);
    function finalize(uint256 last, uint256 maxShareRate) external payable;
    function isBunkerModeActive() external view returns (bool);
    function bunkerModeSinceTimestamp() external view returns (uint256);
    function onOracleReport(bool bunker, uint256 bunkerSince, uint256 reportTimestamp) external;
}

/// Stand-in for Lido's stETH (Ethereum mainnet, protocol v3), for a development chain only.
///
/// Fidelity, function by function (facts: Lido.sol, StETH.sol, StETHPermit.sol, StakeLimitUtils.sol):
/// - submit / plain transfer: ZERO_DEPOSIT, STAKING_PAUSED, STAKE_LIMIT in that order; shares are
///   amount × totalShares / totalEther rounded down, before the amount is added; events Submitted, then Transfer
///   and TransferShares from address zero. A transfer with calldata that names no function: NON_EMPTY_DATA.
/// - balanceOf, getPooledEthByShares, getSharesByPooledEth round down, getPooledEthBySharesRoundUp up; arguments
///   of 2^128-1 and more are refused (ETH_TOO_LARGE, SHARES_TOO_LARGE).
/// - transfer, transferFrom move floor(amount → shares): the receiver may end 1-2 wei short, the sender keeps the
///   dust, and Transfer still names the asked amount. transferShares is exact in shares, and TransferShares
///   follows Transfer. Allowances are in tokens, 2^256-1 is not used up, and spending emits Approval.
/// - refusals: BALANCE_EXCEEDED, ALLOWANCE_EXCEEDED, ALLOWANCE_BELOW_ZERO, TRANSFER_TO_STETH_CONTRACT,
///   TRANSFER_{FROM,TO}_ZERO_ADDR, APPROVE_{FROM,TO}_ZERO_ADDR, CONTRACT_IS_STOPPED (approve works while stopped).
/// - permit: domain "Liquid staked Ether 2.0", version "2"; contract owners through EIP-1271.
/// - stake limit and pause: see StakeLimit.sol.
/// - rewards: 10 % fee as new shares worth the fee after the rebase; TokenRebased with the real signature.
///
/// What differs: no proxy, no stVaults (external shares are 0, so total and internal rate are the same), all fee
/// shares go to the treasury, the ether "on the beacon chain" lies in this contract, and a report and a
/// finalisation are two transactions where mainnet has one. Functions under "levers" are not in mainnet's ABI.
contract StEth is StEthToken {
    using StakeLimit for StakeLimit.State;

    event Submitted(address indexed sender, uint256 amount, address referral);
    event TokenRebased(
        uint256 indexed reportTimestamp,
        uint256 timeElapsed,
        uint256 preTotalShares,
        uint256 preTotalEther,
        uint256 postTotalShares,
        uint256 postTotalEther,
        uint256 sharesMintedAsFees
    );
    event StakingPaused();
    event StakingResumed();
    event StakingLimitSet(uint256 maxStakeLimit, uint256 stakeLimitIncreasePerBlock);
    event StakingLimitRemoved();
    event Stopped();
    event Resumed();

    /// A lever's memory, not in mainnet's ABI: the time the last report spoke of.
    uint256 public lastReportTimestamp;
    StakeLimit.State private limit;

    modifier onlyOperator() {
        require(msg.sender == OPERATOR, "APP_AUTH_FAILED");
        _;
    }

    // Staking

    receive() external payable {
        _submit(address(0));
    }

    fallback() external payable {
        revert("NON_EMPTY_DATA");
    }

    function submit(address _referral) external payable returns (uint256) {
        return _submit(_referral);
    }

    function _submit(address referral) private returns (uint256 minted) {
        require(msg.value != 0, "ZERO_DEPOSIT");
        limit.spend(msg.value);
        minted = getSharesByPooledEth(msg.value);
        _mint(msg.sender, minted);
        totalEther += msg.value;
        emit Submitted(msg.sender, msg.value, referral);
        _moved(address(0), msg.sender, getPooledEthByShares(minted), minted);
    }

    function isStakingPaused() external view returns (bool) {
        return limit.paused();
    }

    function getCurrentStakeLimit() external view returns (uint256) {
        return limit.current();
    }

    function getStakeLimitFullInfo()
        external
        view
        returns (
            bool isStakingPaused_,
            bool isStakingLimitSet,
            uint256 currentStakeLimit,
            uint256 maxStakeLimit,
            uint256 maxStakeLimitGrowthBlocks,
            uint256 prevStakeLimit,
            uint256 prevStakeBlockNumber
        )
    {
        StakeLimit.State memory s = limit;
        return (s.paused(), s.limited(), s.current(), s.maximum, s.growthBlocks, s.level, s.sinceBlock);
    }

    function getFee() external pure returns (uint16) {
        return 1000;
    }

    function isStopped() external view returns (bool) {
        return !active;
    }

    function getLidoLocator() external pure returns (address) {
        return LIDO_LOCATOR;
    }

    function getBufferedEther() external view returns (uint256) {
        return address(this).balance;
    }

    // Levers

    /// Sets the pool to a given size with all shares at one holder, unpaused and unlimited.
    function begin(address holder, uint256 initialShares, uint256 initialEther, uint256 reportTimestamp)
        external
        onlyOperator
    {
        require(totalShares == 0, "ALREADY_BEGUN");
        active = true;
        totalEther = initialEther;
        lastReportTimestamp = reportTimestamp;
        limit.sinceBlock = uint32(block.number);
        _mint(holder, initialShares);
        _moved(address(0), holder, getPooledEthByShares(initialShares), initialShares);
    }

    function pauseStaking() external onlyOperator {
        limit.sinceBlock = 0;
        emit StakingPaused();
    }

    function resumeStaking() external onlyOperator {
        limit.sinceBlock = uint32(block.number);
        emit StakingResumed();
    }

    function setStakingLimit(uint256 _maxStakeLimit, uint256 _stakeLimitIncreasePerBlock) external onlyOperator {
        limit.set(_maxStakeLimit, _stakeLimitIncreasePerBlock);
        emit StakingLimitSet(_maxStakeLimit, _stakeLimitIncreasePerBlock);
    }

    function removeStakingLimit() external onlyOperator {
        limit.maximum = 0;
        emit StakingLimitRemoved();
    }

    function stop() external onlyOperator {
        active = false;
        limit.sinceBlock = 0;
        emit Stopped();
        emit StakingPaused();
    }

    function resume() external onlyOperator {
        active = true;
        limit.sinceBlock = uint32(block.number);
        emit Resumed();
        emit StakingResumed();
    }

    /// The daily report: rewards in wei, negative after a slashing. The fee is taken of positive rewards alone.
    function report(int256 rewards, uint256 reportTimestamp) external onlyOperator {
        uint256 preShares = totalShares;
        uint256 preEther = totalEther;
        uint256 feeShares;
        if (rewards > 0) {
            totalEther += uint256(rewards);
            uint256 fee = uint256(rewards) / 10;
            feeShares = fee * preShares / (totalEther - fee);
            _mint(TREASURY, feeShares);
            _moved(address(0), TREASURY, getPooledEthByShares(feeShares), feeShares);
        } else {
            totalEther -= uint256(-rewards);
        }
        bool bunker = IQueue(WITHDRAWAL_QUEUE).isBunkerModeActive();
        uint256 since = bunker ? IQueue(WITHDRAWAL_QUEUE).bunkerModeSinceTimestamp() : 0;
        IQueue(WITHDRAWAL_QUEUE).onOracleReport(bunker, since, reportTimestamp);
        emit TokenRebased(
            reportTimestamp, reportTimestamp - lastReportTimestamp, preShares, preEther, totalShares, totalEther, feeShares
        );
        lastReportTimestamp = reportTimestamp;
    }

    /// Locks ether for the queue's requests up to the last batch's end, at the present rate as the ceiling, and
    /// burns the shares that wait for it.
    function finalizeWithdrawals(uint256[] calldata batches) external onlyOperator {
        uint256 maxShareRate = totalEther * 1e27 / totalShares;
        (uint256 locked, uint256 burnt) = IQueue(WITHDRAWAL_QUEUE).prefinalize(batches, maxShareRate);
        uint256 tokensBefore = getPooledEthByShares(burnt);
        _moveShares(WITHDRAWAL_QUEUE, BURNER, burnt);
        _moved(WITHDRAWAL_QUEUE, BURNER, tokensBefore, burnt);
        shares[BURNER] -= burnt;
        totalShares -= burnt;
        totalEther -= locked;
        emit SharesBurnt(BURNER, tokensBefore, getPooledEthByShares(burnt), burnt);
        IQueue(WITHDRAWAL_QUEUE).finalize{value: locked}(batches[batches.length - 1], maxShareRate);
    }
}
