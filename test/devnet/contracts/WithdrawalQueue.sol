// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./RequestToken.sol";

interface ITransferable {
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function permit(address o, address s, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s_) external;
}

interface IStEthRates is ITransferable {
    function getSharesByPooledEth(uint256 amount) external view returns (uint256);
}

interface IUnwrap is ITransferable {
    function unwrap(uint256 amount) external returns (uint256);
}

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
/// calculateFinalizationBatches, which is the oracle's business), and there is no picture behind tokenURI.
contract WithdrawalQueue is RequestToken {
    struct Checkpoint {
        uint256 fromRequestId;
        uint256 maxShareRate;
    }

    struct WithdrawalRequestStatus {
        uint256 amountOfStETH;
        uint256 amountOfShares;
        address owner;
        uint256 timestamp;
        bool isFinalized;
        bool isClaimed;
    }

    struct PermitInput {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    event WithdrawalRequested(
        uint256 indexed requestId,
        address indexed requestor,
        address indexed owner,
        uint256 amountOfStETH,
        uint256 amountOfShares
    );
    event WithdrawalsFinalized(
        uint256 indexed from, uint256 indexed to, uint256 amountOfETHLocked, uint256 sharesToBurn, uint256 timestamp
    );
    event WithdrawalClaimed(
        uint256 indexed requestId, address indexed owner, address indexed receiver, uint256 amountOfETH
    );
    event BatchMetadataUpdate(uint256 _fromTokenId, uint256 _toTokenId);
    event BunkerModeEnabled(uint256 _sinceTimestamp);
    event BunkerModeDisabled();
    event Paused(uint256 duration);
    event Resumed();

    error RequestAmountTooSmall(uint256 _amountOfStETH);
    error RequestAmountTooLarge(uint256 _amountOfStETH);
    error InvalidReportTimestamp();
    error RequestIdsNotSorted();
    error ZeroRecipient();
    error ArraysLengthMismatch(uint256 _firstArrayLength, uint256 _secondArrayLength);
    error TooMuchEtherToFinalize(uint256 sent, uint256 maxExpected);
    error NotOwner(address _sender, address _owner);
    error InvalidRequestIdRange(uint256 startId, uint256 endId);
    error BatchesAreNotSorted();
    error EmptyBatches();
    error ZeroShareRate();
    error RequestNotFoundOrNotFinalized(uint256 _requestId);
    error NotEnoughEther();
    error InvalidHint(uint256 _hint);
    error CantSendValueRecipientMayHaveReverted();
    error ZeroPauseDuration();
    error PausedExpected();
    error ResumedExpected();
    error NotOperator();

    uint256 public constant MIN_STETH_WITHDRAWAL_AMOUNT = 100;
    uint256 public constant MAX_STETH_WITHDRAWAL_AMOUNT = 1000 * 1e18;
    uint256 public constant BUNKER_MODE_DISABLED_TIMESTAMP = type(uint256).max;
    uint256 public constant PAUSE_INFINITELY = type(uint256).max;

    uint256 public getLastFinalizedRequestId;
    uint256 public getLastCheckpointIndex;
    uint256 public getLockedEtherAmount;
    uint256 public getResumeSinceTimestamp;
    uint256 public bunkerModeSinceTimestamp;
    uint256 private lastReportTimestamp;
    mapping(uint256 => Checkpoint) private checkpoints;

    modifier onlyOperator() {
        if (msg.sender != OPERATOR && msg.sender != STETH) revert NotOperator();
        _;
    }

    modifier whenResumed() {
        if (isPaused()) revert ResumedExpected();
        _;
    }

    function STETH_() private pure returns (IStEthRates) {
        return IStEthRates(STETH);
    }

    // Requests

    function requestWithdrawals(uint256[] calldata _amounts, address _owner)
        public
        whenResumed
        returns (uint256[] memory requestIds)
    {
        requestIds = new uint256[](_amounts.length);
        for (uint256 i = 0; i < _amounts.length; ++i) {
            _checkAmount(_amounts[i]);
            STETH_().transferFrom(msg.sender, address(this), _amounts[i]);
            requestIds[i] = _enqueue(_amounts[i], _owner);
        }
    }

    function requestWithdrawalsWstETH(uint256[] calldata _amounts, address _owner)
        public
        whenResumed
        returns (uint256[] memory requestIds)
    {
        requestIds = new uint256[](_amounts.length);
        for (uint256 i = 0; i < _amounts.length; ++i) {
            IUnwrap(WSTETH).transferFrom(msg.sender, address(this), _amounts[i]);
            uint256 amount = IUnwrap(WSTETH).unwrap(_amounts[i]);
            _checkAmount(amount);
            requestIds[i] = _enqueue(amount, _owner);
        }
    }

    function requestWithdrawalsWithPermit(uint256[] calldata _amounts, address _owner, PermitInput calldata _permit)
        external
        returns (uint256[] memory requestIds)
    {
        _usePermit(STETH, _permit);
        return requestWithdrawals(_amounts, _owner);
    }

    function requestWithdrawalsWstETHWithPermit(
        uint256[] calldata _amounts,
        address _owner,
        PermitInput calldata _permit
    ) external returns (uint256[] memory requestIds) {
        _usePermit(WSTETH, _permit);
        return requestWithdrawalsWstETH(_amounts, _owner);
    }

    function getWithdrawalRequests(address _owner) external view returns (uint256[] memory) {
        return idsOf[_owner];
    }

    function getWithdrawalStatus(uint256[] calldata _requestIds)
        external
        view
        returns (WithdrawalRequestStatus[] memory statuses)
    {
        statuses = new WithdrawalRequestStatus[](_requestIds.length);
        for (uint256 i = 0; i < _requestIds.length; ++i) {
            uint256 id = _requestIds[i];
            _checkId(id);
            (, uint256 amount, uint256 shares) = _content(id - 1, id);
            Request memory r = queue[id];
            statuses[i] = WithdrawalRequestStatus(
                amount, shares, r.owner, r.timestamp, id <= getLastFinalizedRequestId, r.claimed
            );
        }
    }

    function unfinalizedRequestNumber() external view returns (uint256) {
        return getLastRequestId - getLastFinalizedRequestId;
    }

    function unfinalizedStETH() external view returns (uint256) {
        return queue[getLastRequestId].cumulativeStETH - queue[getLastFinalizedRequestId].cumulativeStETH;
    }

    // Claims

    function findCheckpointHints(uint256[] calldata _requestIds, uint256 _firstIndex, uint256 _lastIndex)
        external
        view
        returns (uint256[] memory hintIds)
    {
        hintIds = new uint256[](_requestIds.length);
        uint256 previous = 0;
        for (uint256 i = 0; i < _requestIds.length; ++i) {
            if (_requestIds[i] < previous) revert RequestIdsNotSorted();
            hintIds[i] = _findHint(_requestIds[i], _firstIndex, _lastIndex);
            if (hintIds[i] != 0) _firstIndex = hintIds[i];
            previous = _requestIds[i];
        }
    }

    function getClaimableEther(uint256[] calldata _requestIds, uint256[] calldata _hints)
        external
        view
        returns (uint256[] memory claimable)
    {
        claimable = new uint256[](_requestIds.length);
        for (uint256 i = 0; i < _requestIds.length; ++i) {
            uint256 id = _requestIds[i];
            _checkId(id);
            uint256 hint = _hints[i];
            if (id <= getLastFinalizedRequestId && !queue[id].claimed) claimable[i] = _payout(id, hint);
        }
    }

    function claimWithdrawal(uint256 _requestId) external {
        _claim(_requestId, _findHint(_requestId, 1, getLastCheckpointIndex), msg.sender);
    }

    function claimWithdrawals(uint256[] calldata _requestIds, uint256[] calldata _hints) external {
        _claimAll(_requestIds, _hints, msg.sender);
    }

    function claimWithdrawalsTo(uint256[] calldata _requestIds, uint256[] calldata _hints, address _recipient)
        external
    {
        if (_recipient == address(0)) revert ZeroRecipient();
        _claimAll(_requestIds, _hints, _recipient);
    }

    // Pause and bunker mode

    function isPaused() public view returns (bool) {
        return block.timestamp < getResumeSinceTimestamp;
    }

    function isBunkerModeActive() public view returns (bool) {
        return bunkerModeSinceTimestamp < BUNKER_MODE_DISABLED_TIMESTAMP;
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

    // Inner parts

    function _checkAmount(uint256 amount) private pure {
        if (amount < MIN_STETH_WITHDRAWAL_AMOUNT) revert RequestAmountTooSmall(amount);
        if (amount > MAX_STETH_WITHDRAWAL_AMOUNT) revert RequestAmountTooLarge(amount);
    }

    function _usePermit(address token, PermitInput calldata p) private {
        ITransferable(token).permit(msg.sender, address(this), p.value, p.deadline, p.v, p.r, p.s);
    }

    function _enqueue(uint256 amount, address owner) private returns (uint256 id) {
        if (owner == address(0)) owner = msg.sender;
        uint256 shares = STETH_().getSharesByPooledEth(amount);
        Request memory last = queue[getLastRequestId];
        id = ++getLastRequestId;
        queue[id] = Request(
            last.cumulativeStETH + uint128(amount),
            last.cumulativeShares + uint128(shares),
            owner,
            uint40(block.timestamp),
            false,
            uint40(lastReportTimestamp)
        );
        _addId(owner, id);
        emit WithdrawalRequested(id, msg.sender, owner, amount, shares);
        emit Transfer(address(0), owner, id);
    }

    /// Share rate (27 decimals), wei and shares of the requests after `from` up to `to`.
    function _content(uint256 from, uint256 to) private view returns (uint256 rate, uint256 amount, uint256 shares) {
        amount = queue[to].cumulativeStETH - queue[from].cumulativeStETH;
        shares = queue[to].cumulativeShares - queue[from].cumulativeShares;
        rate = amount * 1e27 / shares;
    }

    function _findHint(uint256 id, uint256 start, uint256 end) private view returns (uint256) {
        _checkId(id);
        uint256 last = getLastCheckpointIndex;
        if (start == 0 || end > last) revert InvalidRequestIdRange(start, end);
        if (last == 0 || id > getLastFinalizedRequestId || start > end) return 0;
        if (id >= checkpoints[end].fromRequestId) {
            return end == last || id < checkpoints[end + 1].fromRequestId ? end : 0;
        }
        if (id < checkpoints[start].fromRequestId) return 0;
        uint256 low = start;
        uint256 high = end - 1;
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (checkpoints[middle].fromRequestId <= id) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    function _payout(uint256 id, uint256 hint) private view returns (uint256) {
        uint256 last = getLastCheckpointIndex;
        if (hint == 0 || hint > last || id < checkpoints[hint].fromRequestId) revert InvalidHint(hint);
        if (hint < last && checkpoints[hint + 1].fromRequestId <= id) revert InvalidHint(hint);
        (uint256 rate, uint256 amount, uint256 shares) = _content(id - 1, id);
        uint256 ceiling = checkpoints[hint].maxShareRate;
        return rate > ceiling ? shares * ceiling / 1e27 : amount;
    }

    function _claimAll(uint256[] calldata ids, uint256[] calldata hints, address recipient) private {
        if (ids.length != hints.length) revert ArraysLengthMismatch(ids.length, hints.length);
        for (uint256 i = 0; i < ids.length; ++i) _claim(ids[i], hints[i], recipient);
    }

    function _claim(uint256 id, uint256 hint, address recipient) private {
        if (id == 0) revert InvalidRequestId(id);
        if (id > getLastFinalizedRequestId) revert RequestNotFoundOrNotFinalized(id);
        Request storage r = queue[id];
        if (r.claimed) revert RequestAlreadyClaimed(id);
        if (r.owner != msg.sender) revert NotOwner(msg.sender, r.owner);
        r.claimed = true;
        _removeId(msg.sender, id);
        uint256 amount = _payout(id, hint);
        getLockedEtherAmount -= amount;
        if (address(this).balance < amount) revert NotEnoughEther();
        (bool sent,) = recipient.call{value: amount}("");
        if (!sent) revert CantSendValueRecipientMayHaveReverted();
        emit WithdrawalClaimed(id, msg.sender, recipient, amount);
        emit Transfer(msg.sender, address(0), id);
    }
}
