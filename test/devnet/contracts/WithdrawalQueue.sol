// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./RequestQueue.sol";

/// Stand-in for Lido's WithdrawalQueueERC721 ("unstETH", Ethereum mainnet), for a development chain only.
///
/// Fidelity (facts: WithdrawalQueue.sol, WithdrawalQueueBase.sol, PausableUntil.sol):
/// - requestWithdrawals checks 100 wei to 1000 stETH per request before taking stETH by allowance; the wstETH
///   form takes wstETH, unwraps, and checks the limits on what came out; `_owner` zero means the sender; a paused
///   queue refuses with ResumedExpected. With a permit: permit first, a failing one ends the call.
/// - a request records its stETH amount and the shares of that amount at that moment, as running sums.
/// - finalisation writes a checkpoint (first request id, ceiling of the share rate) and locks ether; a request
///   pays min(amount, shares × ceiling / 1e27): its amount, or less after a slashing. Never more.
/// - hints: 1-based, found by binary search, 0 = not found or not final; ids must ascend (RequestIdsNotSorted);
///   a range outside the checkpoints is InvalidRequestIdRange, an unknown id InvalidRequestId.
/// - claim order of refusals: InvalidRequestId(0), RequestNotFoundOrNotFinalized, RequestAlreadyClaimed, NotOwner,
///   InvalidHint, NotEnoughEther, CantSendValueRecipientMayHaveReverted; claims work while the queue is paused.
/// - lists per owner keep the order of an enumerable set: removal moves the last id into the gap.
/// What differs: roles are one operator (and stETH for finalisation), batches are passed ready-made (no
/// calculateFinalizationBatches, which is the oracle's business), there is no picture
/// behind tokenURI, and the getters STETH() and WSTETH() are missing.
contract WithdrawalQueue is RequestQueue {
    event WithdrawalsFinalized(
        uint256 indexed from, uint256 indexed to, uint256 amountOfETHLocked, uint256 sharesToBurn, uint256 timestamp
    );
    event BatchMetadataUpdate(uint256 _fromTokenId, uint256 _toTokenId);
    event BunkerModeEnabled(uint256 _sinceTimestamp);
    event BunkerModeDisabled();
    event Paused(uint256 duration);
    event Resumed();
    error InvalidReportTimestamp();
    error TooMuchEtherToFinalize(uint256 sent, uint256 maxExpected);
    error BatchesAreNotSorted();
    error EmptyBatches();
    error ZeroShareRate();
    error ZeroPauseDuration();
    error PausedExpected();
    error NotOperator();

    modifier onlyOperator() {
        if (msg.sender != OPERATOR && msg.sender != STETH) revert NotOperator();
        _;
    }

    // Finalisation and levers

    function prefinalize(uint256[] calldata _batches, uint256 _maxShareRate)
        external
        view
        returns (uint256 ethToLock, uint256 sharesToBurn)
    {
        if (_maxShareRate == 0) revert ZeroShareRate();
        if (_batches.length == 0) revert EmptyBatches();
        uint256 previous = getLastFinalizedRequestId;
        if (_batches[0] <= previous) revert InvalidRequestId(_batches[0]);
        if (_batches[_batches.length - 1] > getLastRequestId) revert InvalidRequestId(_batches[_batches.length - 1]);
        for (uint256 i = 0; i < _batches.length; ++i) {
            if (_batches[i] <= previous) revert BatchesAreNotSorted();
            (uint256 rate, uint256 amount, uint256 shares) = _content(previous, _batches[i]);
            ethToLock += rate > _maxShareRate ? shares * _maxShareRate / 1e27 : amount;
            sharesToBurn += shares;
            previous = _batches[i];
        }
    }

    function finalize(uint256 _lastRequestIdToBeFinalized, uint256 _maxShareRate)
        external
        payable
        whenResumed
        onlyOperator
    {
        uint256 before = getLastFinalizedRequestId;
        if (_lastRequestIdToBeFinalized > getLastRequestId || _lastRequestIdToBeFinalized <= before) {
            revert InvalidRequestId(_lastRequestIdToBeFinalized);
        }
        (, uint256 amount, uint256 shares) = _content(before, _lastRequestIdToBeFinalized);
        if (msg.value > amount) revert TooMuchEtherToFinalize(msg.value, amount);
        checkpoints[++getLastCheckpointIndex] = Checkpoint(before + 1, _maxShareRate);
        getLockedEtherAmount += msg.value;
        getLastFinalizedRequestId = _lastRequestIdToBeFinalized;
        emit WithdrawalsFinalized(before + 1, _lastRequestIdToBeFinalized, msg.value, shares, block.timestamp);
        emit BatchMetadataUpdate(before + 1, getLastRequestId);
    }

    function onOracleReport(bool _isBunkerModeNow, uint256 _bunkerStartTimestamp, uint256 _currentReportTimestamp)
        external
        onlyOperator
    {
        if (_bunkerStartTimestamp >= block.timestamp) revert InvalidReportTimestamp();
        if (_currentReportTimestamp >= block.timestamp) revert InvalidReportTimestamp();
        lastReportTimestamp = _currentReportTimestamp;
        if (_isBunkerModeNow == isBunkerModeActive()) return;
        bunkerModeSinceTimestamp = _isBunkerModeNow ? _bunkerStartTimestamp : BUNKER_MODE_DISABLED_TIMESTAMP;
        if (_isBunkerModeNow) emit BunkerModeEnabled(_bunkerStartTimestamp);
        else emit BunkerModeDisabled();
    }

    function pauseFor(uint256 _duration) external whenResumed onlyOperator {
        if (_duration == 0) revert ZeroPauseDuration();
        getResumeSinceTimestamp = _duration == PAUSE_INFINITELY ? PAUSE_INFINITELY : block.timestamp + _duration;
        emit Paused(_duration);
    }

    function resume() external onlyOperator {
        if (!isPaused()) revert PausedExpected();
        getResumeSinceTimestamp = block.timestamp;
        emit Resumed();
    }

    /// Readies an empty queue: open, not in bunker mode.
    function begin() external onlyOperator {
        bunkerModeSinceTimestamp = BUNKER_MODE_DISABLED_TIMESTAMP;
        getResumeSinceTimestamp = block.timestamp;
        queue[0].timestamp = uint40(block.timestamp);
        queue[0].claimed = true;
    }
}
